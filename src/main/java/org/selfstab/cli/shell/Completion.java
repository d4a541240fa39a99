package org.selfstab.cli.shell;

import java.util.List;

/** What a word of a line may become. */
@FunctionalInterface
public interface Completion {

    /**
     * What may stand in the place of a word, begun or empty; nothing if it may be a file.
     *
     * @param words the line's words so far
     * @param index the word asked for, from 0
     */
    List<String> candidates(List<String> words, int index);
}
