/// Images for a discrete VAE: IDX files, read with bounds on what they claim; their pixels as
/// bytes, and binary images as bits; the batches of a run.
///
/// Which image stands where in which batch, and how its pixels fall, is a function of (seed, step)
/// alone, so a run goes on from any step without any state but the step. A pixel a float would take
/// four to thirty-two times the room, which is why batches are unpacked as they are wanted.
/// `ImageFileTest` and `BatchesTest` hold it.
@NullMarked
package voidscope.data;

import org.jspecify.annotations.NullMarked;
