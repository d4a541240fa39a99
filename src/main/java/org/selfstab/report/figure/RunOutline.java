package org.selfstab.report.figure;

import java.util.List;

/** Few steps of a run that show where its quantities go. */
public final class RunOutline {

    private final ThinnedRows.Outline outline;

    RunOutline(ThinnedRows.Outline outline) {
        this.outline = outline;
    }

    /** Of how many consecutive steps the extremes are there; 1 if all steps are. */
    public int stretch() {
        return outline.stretch();
    }

    /** The steps, in increasing order. */
    public List<Step> steps() {
        return outline.rows().stream().map(Step::new).toList();
    }

    /** One step. */
    public static final class Step {

        private final ThinnedRows.Row row;

        private Step(ThinnedRows.Row row) {
            this.row = row;
        }

        /** Its number. */
        public int t() {
            return row.step();
        }

        /** A quantity at it; not a number where it is not defined. */
        public double of(RunQuantity quantity) {
            return row.values().get(RecordedRun.column(quantity));
        }
    }
}
