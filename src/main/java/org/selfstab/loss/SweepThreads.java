package org.selfstab.loss;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Threads that share out the parts of long sweeps, as many as there are processors, the caller's among them. They are kept waiting between sweeps, which
 * may be a fraction of a millisecond apart. Who finds them at work for another does its parts alone.
 */
final class SweepThreads {

    /** Work in parts. */
    interface Work {

        /**
         * Does a part.
         *
         * @param thread the number of the thread, below {@link #MAX_THREADS}; two at work at the same time have two numbers
         */
        void run(int part, int thread);
    }

    static final int MAX_THREADS = Math.max(4, Runtime.getRuntime().availableProcessors());

    /** So often a thread looks for more work before it sleeps: some tens of microseconds. */
    private static final int LOOKS = 2_000;

    /** So many nanoseconds it then sleeps where it cannot be woken. */
    private static final long NAP = 10_000;

    private static final AtomicBoolean BUSY = new AtomicBoolean();
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final Helper[] HELPERS = new Helper[MAX_THREADS - 1];
    private static int threads = Runtime.getRuntime().availableProcessors();

    private SweepThreads() {}

    /** For tests. */
    static void useThreads(int count) {
        threads = count;
    }

    /**
     * Does all parts.
     *
     * @param isShared whether other threads are to help
     */
    static void run(int parts, Work work, boolean isShared) {
        int helpers = isShared ? Math.min(parts, threads) - 1 : 0;
        if (helpers <= 0 || !BUSY.compareAndSet(false, true)) {
            for (int part = 0; part < parts; part++) {
                work.run(part, 0);
            }
            return;
        }
        try {
            share(parts, work, helpers);
        } finally {
            BUSY.set(false);
        }
    }

    static boolean areSeveral() {
        return threads > 1;
    }

    private static void share(int parts, Work work, int helpers) {
        NEXT.set(0);
        for (int i = 0; i < helpers; i++) {
            if (HELPERS[i] == null) {
                HELPERS[i] = new Helper(i + 1);
                HELPERS[i].start();
            }
            HELPERS[i].begin(parts, work);
        }
        Throwable thrown = null;
        try {
            runParts(parts, work, 0);
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        for (int i = 0; i < helpers; i++) {
            Throwable ofHelper = HELPERS[i].await();
            thrown = thrown == null ? ofHelper : thrown;
        }
        if (thrown != null) {
            throw new IllegalStateException("a part of a sweep failed", thrown);
        }
    }

    private static void runParts(int parts, Work work, int thread) {
        for (int part = NEXT.getAndIncrement(); part < parts; part = NEXT.getAndIncrement()) {
            work.run(part, thread);
        }
    }

    /** A thread that waits for work. */
    private static final class Helper extends Thread {

        private static final int IDLE = 0;
        private static final int OFFERED = 1;
        private static final int WORKING = 2;

        private final int number;
        private final AtomicInteger state = new AtomicInteger(IDLE);
        private int parts;
        private Work work;
        private Throwable thrown;

        Helper(int number) {
            super("sweep-" + number);
            this.number = number;
            setDaemon(true);
        }

        void begin(int ofParts, Work toDo) {
            parts = ofParts;
            work = toDo;
            thrown = null;
            state.set(OFFERED);
            LockSupport.unpark(this);
        }

        /** Takes back what has not been begun, or waits for its end; what went wrong, or null. */
        Throwable await() {
            if (!state.compareAndSet(OFFERED, IDLE)) {
                for (int looks = 0; state.get() != IDLE; looks++) {
                    if (looks < LOOKS) {
                        Thread.onSpinWait();
                    } else {
                        LockSupport.parkNanos(this, NAP);
                    }
                }
            }
            work = null;
            return thrown;
        }

        @Override
        public void run() {
            while (true) {
                for (int looks = 0; state.get() != OFFERED; looks++) {
                    if (looks < LOOKS) {
                        Thread.onSpinWait();
                    } else {
                        LockSupport.park(this);
                    }
                }
                if (state.compareAndSet(OFFERED, WORKING)) {
                    try {
                        runParts(parts, work, number);
                    } catch (RuntimeException | Error e) {
                        thrown = e;
                    }
                    state.set(IDLE);
                }
            }
        }
    }
}
