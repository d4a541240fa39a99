package org.selfstab.archfixture.geometry;

import me.tongfei.progressbar.ProgressBarBuilder;

/** Progress outside of its room. */
final class ShowsProgress {

    private ShowsProgress() {}

    static ProgressBarBuilder bar() {
        return new ProgressBarBuilder();
    }
}
