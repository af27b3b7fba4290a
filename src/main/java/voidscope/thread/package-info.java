/// Every thread of the program is made here: teams that compute together, errands that are done
/// aside, and how they are asked. Held by `ThreadTeamTest`, `WeighingTest` and `RunnerTest`.
@NullMarked
package voidscope.thread;

import org.jspecify.annotations.NullMarked;
