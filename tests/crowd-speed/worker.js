// The crowd's worker as it is, and beside it somebody who can be asked how much memory it has taken.
import "./memory.js";
import "crowd-worker";
