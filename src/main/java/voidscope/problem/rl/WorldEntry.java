package voidscope.problem.rl;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import voidscope.catalogue.Catalogue;

/// One line of the catalogue of worlds.
///
/// @param key its name in scenario files and on the command line
/// @param label its name on the screen
/// @param sentence what it is, in one sentence
/// @param maker makes a world, for one thread
/// @param exact what is known of it exactly; null where it is not known, and the policy is a
///   network
public record WorldEntry(
    String key, String label, String sentence, Supplier<World> maker, @Nullable Exact exact)
    implements Catalogue.Named {}
