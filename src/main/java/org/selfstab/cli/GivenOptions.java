package org.selfstab.cli;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What of a command line goes into the record of its run. */
final class GivenOptions {

    /** Options that say where and how to compute and to write, or that test what is computed, and not what to compute. */
    private static final Set<String> OF_OUTPUT = Set.of(
            "--out", "--force", "--quiet", "--format", "--cross-check", "--jobs", "--master", "--restart", "--watch");

    private GivenOptions() {}

    /** The options given that say what is computed, with their values. */
    static Map<String, List<String>> of(CommandSpec command) {
        Map<String, List<String>> settings = new TreeMap<>();
        for (OptionSpec option : command.commandLine().getCommandSpec().options()) {
            if (isGiven(option, command) && !OF_OUTPUT.contains(option.longestName())) {
                settings.put(option.longestName(), values(option.getValue()));
            }
        }
        return settings;
    }

    /** Options that consume their parameters themselves are not counted as matched. */
    private static boolean isGiven(OptionSpec option, CommandSpec command) {
        return command.commandLine().getParseResult().hasMatchedOption(option)
                || (option.getValue() instanceof Map<?, ?> definitions && !definitions.isEmpty());
    }

    /** Of a switch none, of an option that is repeated one each time. */
    private static List<String> values(Object value) {
        if (value instanceof Map<?, ?> definitions) {
            return definitions.entrySet().stream()
                    .map(entry -> entry.getKey() + "=" + entry.getValue())
                    .sorted()
                    .toList();
        }
        if (value instanceof Collection<?> repeated) {
            return repeated.stream().map(String::valueOf).toList();
        }
        return value instanceof Boolean ? List.of() : List.of(String.valueOf(value));
    }
}
