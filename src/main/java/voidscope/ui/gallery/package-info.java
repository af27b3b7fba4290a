/// Pictures of a VAE: what it reconstructs, makes up, and makes of latents set by hand.
@NullMarked
package voidscope.ui.gallery;

import org.jspecify.annotations.NullMarked;
