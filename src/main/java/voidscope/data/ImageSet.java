package voidscope.data;

import org.jspecify.annotations.Nullable;

/// The images that a problem learns.
///
/// @param training images that are learned, an epoch
/// @param validation held-back images over which what is learned is validated
/// @param remark what is to be told of their file, or null
public record ImageSet(int training, int validation, Lighting.@Nullable Remark remark) {}
