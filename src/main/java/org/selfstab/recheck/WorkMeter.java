package org.selfstab.recheck;

import java.util.function.IntConsumer;
import org.selfstab.vocabulary.Digits;
import org.selfstab.vocabulary.Location;

/**
 * Counts what the verification of a certificate takes, all of its parts together: the digits of all decimal intervals that are computed. A short
 * certificate takes no longer than the limit whatever its formulas and however many its boxes and members; a long one, of many steps, may
 * take more in proportion to its length.
 */
final class WorkMeter implements IntConsumer {

    /** In digits of intervals: some two minutes. */
    private static final long MOST = 12_000_000_000L;

    /** What each character of a certificate allows besides: the longest of the examples, a network of nine parameters over 837 steps, takes 6,200. */
    private static final long MOST_OF_A_CHARACTER = 8_000L;

    private static final long INTERRUPTIBLE = 1 << 16;

    private final String file;
    private final long most;
    private long digits;
    private long operations;

    /**
     * A meter that reads nothing.
     *
     * @param file the certificate's name in messages
     * @param length its characters
     */
    WorkMeter(String file, long length) {
        this.file = file;
        this.most = MOST + MOST_OF_A_CHARACTER * length;
    }

    /**
     * Counts an operation.
     *
     * @param more the digits of its result
     * @throws CertificateException if all take more than the limit
     * @throws java.util.concurrent.CancellationException if the thread is interrupted, now and then
     */
    @Override
    public void accept(int more) {
        digits += more;
        if (digits > most) {
            throw new CertificateException(
                    Location.startOf(file),
                    "its verification takes more work than this checker does, "
                            + String.format(
                                    Digits.LOCALE,
                                    "%,d digits of intervals for all steps, parts and members together",
                                    most),
                    "certify fewer steps, smaller boxes or fewer members");
        }
        if (++operations % INTERRUPTIBLE == 0) {
            Objections.endIfInterrupted();
        }
    }
}
