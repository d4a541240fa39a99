package org.selfstab.sweep;

import java.io.IOException;
import java.util.List;

/** Where finished points are kept. */
public interface PointLog {

    /** A log that forgets when the program ends. */
    static PointLog none() {
        return new PointLog() {
            @Override
            public List<PointResult> finished() {
                return List.of();
            }

            @Override
            public void append(PointResult result) {
                // nothing is kept
            }
        };
    }

    /** The points that were finished before, in any order, each once. */
    List<PointResult> finished();

    /**
     * Keeps a point. For one thread at a time.
     *
     * @throws IOException if it cannot be kept
     */
    void append(PointResult result) throws IOException;
}
