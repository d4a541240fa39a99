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

    private static final AtomicBoolean BUSY = new AtomicBoolean();
    private static final Helper[] HELPERS = new Helper[MAX_THREADS - 1];
    private static int threads = Runtime.getRuntime().availableProcessors();

    private SweepThreads() {}

    /** For tests. */
    static void useThreads(int count) {
        threads = count;
    }

    /** Does all parts. */
    static void run(int parts, Work work) {
        int helpers = Math.min(parts, threads) - 1;
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

    private static final AtomicInteger NEXT = new AtomicInteger();

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

        private final int number;
        private int parts;
        private Throwable thrown;
        private volatile Work work;

        Helper(int number) {
            super("sweep-" + number);
            this.number = number;
            setDaemon(true);
        }

        void begin(int ofParts, Work toDo) {
            parts = ofParts;
            thrown = null;
            work = toDo;
            LockSupport.unpark(this);
        }

        Throwable await() {
            while (work != null) {
                Thread.onSpinWait();
            }
            return thrown;
        }

        @Override
        public void run() {
            while (true) {
                for (int looks = 0; work == null; looks++) {
                    if (looks < LOOKS) {
                        Thread.onSpinWait();
                    } else {
                        LockSupport.park(this);
                    }
                }
                try {
                    runParts(parts, work, number);
                } catch (RuntimeException | Error e) {
                    thrown = e;
                }
                work = null;
            }
        }
    }
}
