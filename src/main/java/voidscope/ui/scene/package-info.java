/// The scenes above the charts of episodes: what they show and play the model decides.
@NullMarked
package voidscope.ui.scene;

import org.jspecify.annotations.NullMarked;
