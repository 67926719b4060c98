//! The first minute: a filled sample within one click, and what it shows.

use serde_json::json;

use crate::desk::Desk;
use crate::look::LARGE_LIGHT;
use crate::window::Window;

/// Each sample as it is offered, the segment before and the one after, and what its results say.
const SAMPLES: [(&str, &str, &str, &str); 2] = [
    (
        "HR software whose leads nobody wanted",
        "HR teams in SMBs and enterprises",
        "HR teams of 200–1,000 people with a separate payroll program",
        "47.9\u{a0}%",
    ),
    (
        "A skincare brand that promised too much",
        "Everyone who wants glowing skin",
        "Skin that stings under new products",
        "6.0\u{a0}%",
    ),
];

#[test]
fn s0_39_a_sample_is_open_within_one_click_and_tells_its_story() {
    for (title, before, after, figure) in SAMPLES {
        let desk = Desk::new(LARGE_LIGHT);
        let window = desk.open();
        window.press(title);
        window.find("a[href='#/map'][aria-current='page']");
        for words in [before, "invalidated", after, "Primary · validated"] {
            window.read(words);
        }
        let row = format!(
            "return [...document.querySelectorAll('main [role=row], main tr')].some((row) =>
                row.innerText.includes({}) && row.querySelector('[data-state=stale]') !== null)",
            json!(before)
        );
        assert_eq!(window.run(&row), true, "the Map shows what went stale");
        assert_eq!(
            sound_links(&window),
            6,
            "each link of the one that worked is sound"
        );
        window.run("location.hash = '#/results'");
        window.read(figure);
        window.read("etter than everyone else");
        assert_eq!(window.troubles(), [""; 0], "no error on the way");
        assert_eq!(
            desk.files(),
            [""; 0],
            "nothing landed among the person's files"
        );
        window.close();
    }
}

fn sound_links(window: &Window<'_>) -> usize {
    let book = window.call("book");
    let segments = book["ok"]["segments"].as_array().expect("an open workbook");
    let chain = book["ok"]["chain"]["segments"]
        .as_array()
        .expect("its chain");
    let primary = chain.iter().find(|segment| segment["role"] == "primary");
    let primary = &primary.expect("there is one")["id"];
    let links = segments.iter().find(|segment| segment["id"] == *primary);
    let links = links.expect("has its view")["links"].as_array();
    links.map_or(0, |links| {
        links.iter().filter(|link| link["state"] == "sound").count()
    })
}
