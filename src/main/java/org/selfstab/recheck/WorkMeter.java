package org.selfstab.recheck;

import java.util.function.IntConsumer;

/**
 * Counts what the verification of a certificate takes, all of its parts together, so that none takes longer than the limit whatever its formulas and
 * however many its steps, boxes and members: the digits of all decimal intervals that are computed.
 */
final class WorkMeter implements IntConsumer {

    /** In digits of intervals: some two minutes. */
    private static final long MOST = 12_000_000_000L;

    private static final long INTERRUPTIBLE = 1 << 16;

    private final String file;
    private long digits;
    private long operations;

    /**
     * A meter that reads nothing.
     *
     * @param file the certificate's name in messages
     */
    WorkMeter(String file) {
        this.file = file;
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
        if (digits > MOST) {
            throw new CertificateException(file + ":1:1: its verification takes more work than this checker does, "
                    + "%,d digits of intervals for all steps, parts and members together; ".formatted(MOST)
                    + "certify fewer steps, smaller boxes or fewer members");
        }
        if (++operations % INTERRUPTIBLE == 0) {
            Objections.endIfInterrupted();
        }
    }
}
