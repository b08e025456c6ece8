//! The crowd in a browser: the simulation for a worker, and the picture for the page. Everything crosses
//! packed: plans and worlds in, days out.

#[cfg(target_arch = "wasm32")]
mod web {
    use wasm_bindgen::prelude::wasm_bindgen;
    use whereabouts::crowd::{Day, Found, Ink, Month, Picture, Plan, World, hash};

    /// A simulation under way.
    #[wasm_bindgen]
    pub struct Simulation {
        month: Month<'static>,
        day: Option<(Day, Found)>,
        hash: u64,
    }

    #[wasm_bindgen]
    impl Simulation {
        /// `undefined` where the world or the plan cannot be read, or the plan cannot be simulated. There is
        /// one world for as long as the module lives.
        pub fn begin(world: &[u8], plan: &[u8]) -> Option<Simulation> {
            thread_local! {
                static WORLD: std::cell::OnceCell<Option<&'static World>> = const { std::cell::OnceCell::new() };
            }
            let read = || {
                postcard::from_bytes::<World>(world).ok().map(|world| &*Box::leak(Box::new(world)))
            };
            let world = WORLD.with(|known| *known.get_or_init(read))?;
            let plan: Plan = postcard::from_bytes(plan).ok()?;
            Some(Simulation { month: Month::new(world, plan).ok()?, day: None, hash: 0 })
        }

        /// Goes on by an hour; whether a day is over with it.
        pub fn hour(&mut self) -> bool {
            self.day = self.month.hour();
            if let Some((day, found)) = &self.day {
                self.hash = hash(self.hash, day, found);
            }
            self.day.is_some()
        }

        /// The counts of the day that is just over.
        pub fn day(&self) -> Vec<u8> {
            self.day
                .as_ref()
                .and_then(|(day, _)| postcard::to_allocvec(day).ok())
                .unwrap_or_default()
        }

        /// What is drawn of it.
        pub fn found(&self) -> Vec<u8> {
            self.day
                .as_ref()
                .and_then(|(_, found)| postcard::to_allocvec(found).ok())
                .unwrap_or_default()
        }

        pub fn over(&self) -> bool {
            self.month.over()
        }

        /// A number for all that came out until now, in two halves.
        pub fn figures(&self) -> Vec<u32> {
            vec![(self.hash >> 32) as u32, self.hash as u32]
        }
    }

    /// The picture.
    #[wasm_bindgen]
    pub struct Screen(Picture);

    #[wasm_bindgen]
    impl Screen {
        /// A picture that is so large on the page, with so many pixels of the screen to one of the page's.
        pub fn begin(plan: &[u8], w: i32, h: i32, scale: i32, night: bool) -> Option<Screen> {
            let plan: Plan = postcard::from_bytes(plan).ok()?;
            let ink = if night { Ink::NIGHT } else { Ink::DAY };
            Some(Screen(Picture::new(plan, (w, h), scale, ink)))
        }

        /// Takes in what was found on the next day.
        pub fn add(&mut self, found: &[u8]) {
            if let Ok(found) = postcard::from_bytes(found) {
                self.0.add(found);
            }
        }

        /// Draws a moment, in milliseconds from the beginning.
        pub fn draw(&mut self, at: u32, still: bool) {
            self.0.draw(u64::from(at), still);
        }

        /// Where the pixels begin in the memory.
        pub fn pixels(&self) -> *const u32 {
            self.0.pixels().as_ptr()
        }

        pub fn width(&self) -> u32 {
            self.0.size().0
        }

        pub fn height(&self) -> u32 {
            self.0.size().1
        }
    }
}

fn main() {}
