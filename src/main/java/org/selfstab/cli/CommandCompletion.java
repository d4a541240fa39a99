package org.selfstab.cli;

import java.util.ArrayList;
import java.util.List;
import org.selfstab.cli.shell.Completion;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Completes commands, options, and values of options that are one of a few, as picocli knows them. */
final class CommandCompletion implements Completion {

    @Override
    public List<String> candidates(List<String> words, int index) {
        CommandLine program = Main.commandLine();
        if (index == 0) {
            List<String> commands = new ArrayList<>(program.getSubcommands().keySet());
            commands.addAll(ShellSession.ENDS);
            commands.remove("shell");
            return commands;
        }
        List<CharSequence> found = new ArrayList<>();
        AutoComplete.complete(program.getCommandSpec(), words.toArray(String[]::new), index, 0, 0, found);
        boolean option = words.get(index).startsWith("-");
        return found.stream()
                .map(CharSequence::toString)
                .filter(candidate -> candidate.startsWith("-") == option)
                .toList();
    }
}
