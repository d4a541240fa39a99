package org.selfstab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.selfstab.vocabulary.Digits;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completion of a program's lines in zsh: commands, options and their values, with what they mean. */
public final class ZshCompletion {

    private ZshCompletion() {}

    /** The text of the file that stands in a folder of zsh's {@code fpath} as _ and the program's name. */
    public static String of(CommandLine program) {
        List<String> functions = new ArrayList<>();
        addFunctions(program, "_" + program.getCommandName(), functions);
        return String.format(
                Digits.LOCALE,
                "#compdef %s%n# For zsh: this folder belongs into fpath before compinit.%n%n%s%n_%s \"$@\"%n",
                program.getCommandName(),
                String.join("\n", functions),
                program.getCommandName());
    }

    private static void addFunctions(CommandLine command, String function, List<String> functions) {
        Collection<CommandLine> subcommands = command.getSubcommands().values();
        List<String> arguments = new ArrayList<>();
        command.getCommandSpec().options().forEach(option -> arguments.add(argument(option)));
        if (subcommands.isEmpty()) {
            command.getCommandSpec().positionalParameters().forEach(parameter -> arguments.add(argument(parameter)));
            functions.add(String.format(
                    Digits.LOCALE, "%s() {%n  _arguments %s%n}%n", function, String.join(" \\\n    ", arguments)));
            return;
        }
        subcommands.forEach(other -> addFunctions(other, function + "-" + other.getCommandName(), functions));
        String described = subcommands.stream()
                .map(other -> "    " + quoted(other.getCommandName() + ":" + summary(other.getCommandSpec())))
                .collect(Collectors.joining("\n"));
        functions.add(String.format(
                Digits.LOCALE, """
                %s() {
                  local curcontext=$curcontext state line
                  local -a commands=(
                %s
                  )
                  _arguments -C %s \\
                    '1:command:->command' '*::argument:->arguments' && return
                  case $state in
                    command) _describe command commands ;;
                    arguments) (( $+functions[%s-$words[1]] )) && %s-$words[1] ;;
                  esac
                }
                """, function, described, String.join(" \\\n    ", arguments), function, function));
    }

    private static String summary(CommandSpec command) {
        return String.join(" ", command.usageMessage().header());
    }

    private static String argument(OptionSpec option) {
        String[] names = option.names();
        String once = option.isMultiValue() ? "*" : "(" + String.join(" ", names) + ")";
        String value = option.arity().max() == 0
                ? ""
                : (option.arity().min() == 0 ? "::" : ":") + ofMessage(option.paramLabel()) + ":" + values(option);
        String described = "[" + firstSentence(option).replaceAll("[\\[\\]\\\\]", "\\\\$0") + "]" + value;
        String each = option.arity().max() == 0 ? "" : "=";
        return names.length == 1
                ? quoted(once + names[0] + each + described)
                : quoted(once) + "{" + String.join(",", names) + "}" + quoted(each + described);
    }

    private static String argument(PositionalParamSpec parameter) {
        String place = parameter.index().isVariable()
                ? "*"
                : parameter.index().min() + 1 + (parameter.arity().min() == 0 ? ":" : "");
        return quoted(place + ":" + ofMessage(parameter.paramLabel()) + ":" + values(parameter));
    }

    /** How zsh finds the values: among words, or as files; it shows the label alone for others. */
    private static String values(ArgSpec argument) {
        if (argument.completionCandidates() != null) {
            return "(" + String.join(" ", argument.completionCandidates()) + ")";
        }
        boolean isFile = argument.auxiliaryTypes()[0] == Path.class;
        return !isFile ? " " : argument.paramLabel().equals("DIR") ? "_files -/" : "_files";
    }

    private static String firstSentence(OptionSpec option) {
        return String.format(Digits.LOCALE, String.join(" ", option.description()))
                .replaceFirst("(?s)[.;] .*|\\.$", "");
    }

    private static String ofMessage(String label) {
        return label.replace(":", "\\:");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
