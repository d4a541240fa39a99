package org.selfstab.cli;

import java.io.PrintWriter;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import org.selfstab.vocabulary.FreeText;

/** Progress as one line that is redrawn in place and wiped at the end. */
final class TerminalBar implements ProgressDisplay {

    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Line line;
    private ProgressBar bar;

    TerminalBar(PrintWriter err) {
        this.line = new Line(err);
    }

    @Override
    public Duration interval() {
        return INTERVAL;
    }

    @Override
    public void show(String task, int step, long seconds) {
        if (bar == null) {
            bar = builder().setInitialMax(-1).setUnit(" steps", 1).build();
        }
        bar.setExtraMessage(FreeText.visible(task));
        bar.stepTo(step);
    }

    /** The bar's own estimate would count what was done before this run. */
    @Override
    public void show(String task, int done, int all, String counted, long seconds, long secondsLeft) {
        if (bar == null) {
            bar = builder()
                    .setInitialMax(all)
                    .setUnit(" " + counted, 1)
                    .hideEta()
                    .build();
        }
        bar.setExtraMessage(FreeText.visible(task) + ", about " + secondsLeft + " s left");
        bar.stepTo(done);
    }

    private ProgressBarBuilder builder() {
        return new ProgressBarBuilder()
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) INTERVAL.toMillis())
                .setConsumer(line)
                .clearDisplayOnFinish();
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            line.wipe();
        }
    }

    /** The terminal's present line. */
    private static final class Line implements ProgressBarConsumer {

        private static final int WIDTH = 79;

        private final PrintWriter err;
        private boolean wiped;

        Line(PrintWriter err) {
            this.err = err;
        }

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        /** A bar that is closed by an interrupted thread does not wait for its last drawing, which may come too late. */
        @Override
        public synchronized void accept(String rendered) {
            if (!wiped) {
                err.print("\r" + rendered);
                err.flush();
            }
        }

        synchronized void wipe() {
            wiped = true;
            err.print("\r" + " ".repeat(WIDTH) + "\r");
            err.flush();
        }

        @Override
        public void clear() {
            // wiped by the bar's owner, after the last drawing
        }

        @Override
        public void close() {
            // standard error stays open
        }
    }
}
