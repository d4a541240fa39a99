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
     * Begins now.
     *
     * @param before how many points were done before
     * @param points how many there are
     */
    SweepProgress(String task, int before, int points, ProgressDisplay display) {
        this.task = task;
        this.before = before;
        this.points = points;
        this.progress = new Progress(display, System::nanoTime);
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
