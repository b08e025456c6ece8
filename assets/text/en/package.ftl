### lang: en
### direction: ltr

## What learning platforms show of the packages (docs/packages.md), and the single file

package-course = Whereabouts: who can ask where your phone is
package-keywords = roaming, location, mobile networks, signalling, privacy, filters
package-licence = Free to use, change and pass on, under the MIT or the Apache 2.0 licence.
package-exit = Leave this chapter
package-alone = This file needs no network: all ten chapters are in it.
package-alone-crowd = The crowd of chapter 9, the exercise and the hand-outs are on the site only.
