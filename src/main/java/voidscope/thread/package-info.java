/// The threads that compute together. Held by `ThreadTeamTest`.
@NullMarked
package voidscope.thread;

import org.jspecify.annotations.NullMarked;
