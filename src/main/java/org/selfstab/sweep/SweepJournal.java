package org.selfstab.sweep;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.selfstab.run.Journal;
import org.selfstab.run.JournalHeader;
import org.selfstab.vocabulary.SelfstabException;

/** Finished points in a {@link Journal}, from which a sweep goes on after its process was killed. */
public final class SweepJournal implements PointLog, Closeable {

    /** The file's name in a problem's folder. */
    public static final String FILE_NAME = "sweep.journal";

    private final Journal journal;
    private final List<PointResult> finished;

    private SweepJournal(Journal journal, int points) {
        this.journal = journal;
        this.finished = List.copyOf(finished(journal, points));
    }

    /**
     * Opens the journal of a sweep, a new one if there is none.
     *
     * @param points the number of the grid's points
     * @throws SelfstabException if the file belongs to another sweep, is damaged or is in use; the file stays as it is
     * @throws IOException if it cannot be read or written
     */
    public static SweepJournal open(Path file, SweepJob job, int points) throws IOException {
        return of(Journal.open(file, header(job)), points);
    }

    /**
     * Opens a new journal of a sweep in place of what the file holds.
     *
     * @throws SelfstabException if the file is in use
     * @throws IOException if it cannot be written
     */
    public static SweepJournal restart(Path file, SweepJob job, int points) throws IOException {
        return of(Journal.restart(file, header(job)), points);
    }

    private static JournalHeader header(SweepJob job) {
        return new JournalHeader("sweep", "points", job.identity());
    }

    private static SweepJournal of(Journal journal, int points) throws IOException {
        try {
            return new SweepJournal(journal, points);
        } catch (SelfstabException damaged) {
            journal.close();
            throw damaged;
        }
    }

    private static List<PointResult> finished(Journal journal, int points) {
        List<PointResult> finished = new ArrayList<>();
        BitSet seen = new BitSet();
        for (int i = 0; i < journal.lines().size(); i++) {
            Optional<PointResult> point = PointLine.read(journal.lines().get(i));
            if (point.isEmpty()
                    || point.get().index() >= points
                    || seen.get(point.get().index())) {
                throw journal.damaged(i);
            }
            seen.set(point.get().index());
            finished.add(point.get());
        }
        return finished;
    }

    @Override
    public List<PointResult> finished() {
        return finished;
    }

    @Override
    public void append(PointResult result) throws IOException {
        journal.append(PointLine.write(result));
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
