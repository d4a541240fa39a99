package org.selfstab.cli;

import java.io.Closeable;

/** Shows on standard error how many points of a sweep are done and how long the others may take, once that has taken longer than a second. */
final class SweepProgress implements Closeable {

    private final String task;
    private final int before;
    private final int points;
    private final Progress progress;
    private int done;

    /**
     * No point is done yet but those before.
     *
     * @param before how many points were done before
     * @param points how many there are
     * @param progress begun with the sweep, and closed with this
     */
    SweepProgress(String task, int before, int points, Progress progress) {
        this.task = task;
        this.before = before;
        this.points = points;
        this.progress = progress;
        this.done = before;
    }

    /** Tells that one more point is done. */
    void next() {
        done++;
        progress.reach(task, before, done, points);
    }

    @Override
    public void close() {
        progress.close();
    }
}
