/// Reinforcement learning: worlds in which one acts, policies, and the episode as a batch. A world
/// draws nothing by itself: its chance is handed to it, so that an episode is a function of its
/// noise and its actions. Held by `WorldsTest` against values computed elsewhere, by `EpisodeTest`
/// against enumerated gradients.
@NullMarked
package voidscope.problem.rl;

import org.jspecify.annotations.NullMarked;
