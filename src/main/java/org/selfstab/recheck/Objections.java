package org.selfstab.recheck;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.selfstab.interval.NoEnclosureException;
import org.selfstab.recheck.taylor.UndefinedException;

/** What is said against a certificate: the first thing that could not be verified. */
final class Objections {

    private Optional<String> first = Optional.empty();

    /** Why not all was verified; empty if it was. */
    Optional<String> first() {
        return first;
    }

    void include(String reason) {
        first = first.or(() -> Optional.of(reason));
    }

    /** Does one verification, unless something was rejected before. */
    void attempt(String where, Runnable verification) {
        if (first.isPresent()) {
            return;
        }
        try {
            verification.run();
        } catch (CancellationException interrupted) {
            throw interrupted;
        } catch (RejectedException rejected) {
            include(where + rejected.getMessage());
        } catch (UndefinedException undefined) {
            include(where + "the loss is not certainly defined and smooth: " + undefined.getMessage());
        } catch (ArithmeticException
                | IllegalStateException
                | IllegalArgumentException
                | UnsupportedOperationException
                | NoEnclosureException failed) {
            include(where + "a bound could not be computed: " + failed.getMessage());
        }
    }

    /**
     * As every long computation of the program does, which this package shares nothing with.
     *
     * @throws CancellationException if the thread is interrupted, and leaves it so
     */
    static void endIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }

    /** The objections of a part alone, begun with those so far. */
    Objections copy() {
        Objections copy = new Objections();
        copy.first = first;
        return copy;
    }
}
