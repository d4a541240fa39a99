package org.selfstab.archfixture.geometry;

import picocli.CommandLine;

/** Arguments outside of their room. */
final class ParsesArguments {

    private ParsesArguments() {}

    static CommandLine of(Object command) {
        return new CommandLine(command);
    }
}
