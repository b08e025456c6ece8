//! The crowd behind the page: `assets/crowd.js`, which has the module that simulates and draws.

use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

#[wasm_bindgen(module = "/assets/crowd.js")]
extern "C" {
    pub type Crowd;

    #[wasm_bindgen(constructor)]
    fn new(world: &js_sys::Uint8Array, told: &JsValue, failed: &JsValue) -> Crowd;

    #[wasm_bindgen(method)]
    fn begin(this: &Crowd, plan: &js_sys::Uint8Array);

    /// Draws a moment, in milliseconds from the beginning; whether it could.
    #[wasm_bindgen(method)]
    pub fn draw(
        this: &Crowd,
        canvas: &HtmlCanvasElement,
        w: i32,
        h: i32,
        night: bool,
        at: u32,
        still: bool,
    ) -> bool;

    #[wasm_bindgen(method)]
    fn close(this: &Crowd);
}

/// A crowd under way, until this is dropped.
pub struct Running {
    pub crowd: Crowd,
    _told: Closure<dyn FnMut(js_sys::Uint8Array, u32, u32, bool)>,
    _failed: Closure<dyn FnMut()>,
}

/// A day that has come: packed, with a number for all figures until then, and whether it is the last.
pub struct Came {
    pub day: Vec<u8>,
    pub figures: u64,
    pub over: bool,
}

impl Running {
    pub fn open(
        world: &[u8],
        came: impl Fn(Came) + 'static,
        failed: impl Fn() + 'static,
    ) -> Running {
        let told = Closure::<dyn FnMut(js_sys::Uint8Array, u32, u32, bool)>::new(
            move |day: js_sys::Uint8Array, high: u32, low: u32, over: bool| {
                came(Came {
                    day: day.to_vec(),
                    figures: u64::from(high) << 32 | u64::from(low),
                    over,
                });
            },
        );
        let failed = Closure::<dyn FnMut()>::new(failed);
        let crowd = Crowd::new(&js_sys::Uint8Array::from(world), told.as_ref(), failed.as_ref());
        Running { crowd, _told: told, _failed: failed }
    }

    /// Begins to simulate a plan; what was under way is over.
    pub fn begin(&self, plan: &[u8]) {
        self.crowd.begin(&js_sys::Uint8Array::from(plan));
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.crowd.close();
    }
}
