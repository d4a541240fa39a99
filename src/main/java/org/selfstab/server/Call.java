package org.selfstab.server;

import java.util.List;
import java.util.Optional;

/**
 * What a client asks for.
 *
 * @param process the client's
 * @param inTerminal whether a person sees the output
 * @param arguments the command's
 */
record Call(long process, boolean inTerminal, List<String> arguments) {

    private static final String TERMINAL = "terminal";
    private static final String PLAIN = "plain";
    private static final int HEAD = 2;

    /** The call in the text of a file of arguments, nothing if it is none, or not all of one. */
    static Optional<Call> of(String text) {
        List<String> words = List.of(text.split("\0", -1));
        boolean complete = text.endsWith("\0") && words.size() > HEAD;
        if (!complete
                || !words.get(0).matches("\\d{1,18}")
                || !List.of(TERMINAL, PLAIN).contains(words.get(1))) {
            return Optional.empty();
        }
        List<String> arguments = words.subList(HEAD, words.size() - 1);
        return Optional.of(new Call(Long.parseLong(words.get(0)), words.get(1).equals(TERMINAL), arguments));
    }
}
