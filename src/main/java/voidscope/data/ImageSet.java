package voidscope.data;

import org.jspecify.annotations.Nullable;

/// The images that a problem learns.
///
/// @param training images that are learned, an epoch
/// @param validation held-back images over which what is learned is validated
/// @param remark what is to be told of their file, or null
/// @param digest of all of them, as [Images#digest] gives it
public record ImageSet(
    int training, int validation, Lighting.@Nullable Remark remark, String digest) {}
