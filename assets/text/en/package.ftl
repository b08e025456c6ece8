### lang: en
### direction: ltr

## What learning platforms show of the packages (docs/packages.md), and the single file

package-course = Whereabouts: who can ask where your phone is
package-keywords = roaming, location, mobile networks, signalling, privacy, filters
package-licence = Free to use, change and pass on, under the MIT or the Apache 2.0 licence.
package-licence-own = The player is free to use, change and pass on, under the MIT or the Apache 2.0 licence. What the lesson says is its author’s.
package-exit = Leave this chapter
package-exit-own = Leave this lesson
package-alone = This file needs no network: all ten chapters are in it.
package-alone-crowd = The crowd of chapter 9, the exercise and the hand-outs are on the site only.
package-alone-own = This file needs no network: the whole lesson is in it.
package-own = Somebody has made this lesson. What it says is theirs. What becomes of the messages is worked out as in every chapter.
