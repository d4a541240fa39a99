package org.selfstab.report;

import java.io.IOException;
import java.io.Writer;
import org.selfstab.run.RunRecord;
import org.selfstab.sweep.SweepResult;

/** The forms in which a sweep is shown. */
public enum SweepFormat {
    TEXT {
        @Override
        public void write(RunRecord run, SweepResult result, Writer out) throws IOException {
            out.write(new SweepText(result).write());
        }
    },
    JSON {
        @Override
        public void write(RunRecord run, SweepResult result, Writer out) throws IOException {
            SweepJson.write(run, result, out);
        }
    },
    CSV {
        @Override
        public void write(RunRecord run, SweepResult result, Writer out) throws IOException {
            SweepCsv.write(result, out);
        }
    };

    /**
     * Writes a sweep; ends with a line break.
     *
     * @throws IOException if the writer fails
     */
    public abstract void write(RunRecord run, SweepResult result, Writer out) throws IOException;
}
