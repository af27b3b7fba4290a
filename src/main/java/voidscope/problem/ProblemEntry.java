package voidscope.problem;

import java.util.List;
import java.util.function.Function;
import voidscope.catalogue.Catalogue;
import voidscope.catalogue.Parameter;
import voidscope.catalogue.Settings;

/// One line of the catalogue of problems.
///
/// @param key its name in scenario files and on the command line
/// @param label its name on the screen
/// @param formula the objective in one line
/// @param sentence what it is, in one sentence
/// @param parameters what can be set
/// @param maker makes the problem from their values
public record ProblemEntry(
    String key,
    String label,
    String formula,
    String sentence,
    List<Parameter> parameters,
    Function<Settings, Problem> maker)
    implements Catalogue.Named {}
