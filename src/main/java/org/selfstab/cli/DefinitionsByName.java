package org.selfstab.cli;

import java.util.Map;
import java.util.Stack;
import org.selfstab.vocabulary.Suggestion;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Reads a repeatable option {@code NAME=VALUE} into a map; a name that is given twice is an error, as one of its values would be ignored. */
final class DefinitionsByName implements IParameterConsumer {

    @Override
    @SuppressWarnings("JdkObsolete") // picocli's
    public void consumeParameters(Stack<String> arguments, ArgSpec argument, CommandSpec command) {
        String option = ((OptionSpec) argument).longestName();
        String text = arguments.isEmpty() ? "" : arguments.pop();
        int equals = text.indexOf('=');
        if (equals < 1
                || text.substring(0, equals).isBlank()
                || text.substring(equals + 1).isBlank()) {
            throw new ParameterException(
                    command.commandLine(), option + " takes NAME=VALUE, not '" + Suggestion.shortened(text) + "'");
        }
        String name = text.substring(0, equals);
        Map<String, String> definitions = argument.getValue();
        if (definitions.putIfAbsent(name, text.substring(equals + 1)) != null) {
            throw new ParameterException(
                    command.commandLine(), option + " " + Suggestion.shortened(name) + " is given twice; give it once");
        }
    }
}
