package org.selfstab.run;

import java.io.IOException;
import java.util.List;
import org.selfstab.vocabulary.SelfstabException;

/** Where finished parts of a long computation are kept, each as a {@link CheckedLine}. */
public interface LineLog {

    /** A log that forgets when the program ends. */
    static LineLog none() {
        return new LineLog() {
            @Override
            public List<String> lines() {
                return List.of();
            }

            @Override
            public void append(String line) {
                // nothing is kept
            }

            @Override
            public SelfstabException damaged(int index) {
                throw new IndexOutOfBoundsException(index);
            }
        };
    }

    /** What was kept before, in its order. */
    List<String> lines();

    /**
     * Keeps a line. For one thread at a time.
     *
     * @param line without a line break
     * @throws IOException if it cannot be kept
     */
    void append(String line) throws IOException;

    /** The error of a line that is not what was kept. */
    SelfstabException damaged(int index);
}
