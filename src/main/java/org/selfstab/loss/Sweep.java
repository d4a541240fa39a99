package org.selfstab.loss;

import java.util.Arrays;
import java.util.List;

/** A sweep by a plan in memory of its own. Belongs to one thread, but for the parts it gives to {@link SweepThreads}. */
final class Sweep {

    private final SweepPlan plan;
    private final ArrayProgram program;
    private final int firstPool;
    private final SweepMemory main;
    /** Of each thread, made when first needed. */
    private final SweepMemory[] memories;

    private final double[][] shared;
    private final int[] blocks;
    private final ForwardPart forwardPart = new ForwardPart();
    private final BackPart backPart = new BackPart();
    private final Pace pace = new Pace();
    private boolean goesBack;
    private boolean isShared;

    /** The sweep at a point, alone. */
    Sweep(SweepPlan plan) {
        this(plan, pools(plan, 0), blocks(plan));
    }

    /**
     * Pools with what sweeps read.
     *
     * @param directions how many directions there is room for beside the point
     */
    static double[][] pools(SweepPlan plan, int directions) {
        double[][] pools = new double[SweepMemory.POOLS][];
        pools[SweepMemory.INPUT] = new double[Math.multiplyExact(1 + directions, plan.program.n)];
        pools[SweepMemory.DATA] = plan.data().data;
        pools[SweepMemory.CONSTANTS] = plan.data().constants;
        return pools;
    }

    static int[] blocks(SweepPlan plan) {
        int[] blocks = new int[SweepMemory.POOLS];
        blocks[SweepMemory.DATA] = plan.data().block;
        return blocks;
    }

    /**
     * A sweep.
     *
     * @param pools what it shares with others; its own are added
     * @param blocks how much of each pool belongs to one chunk
     */
    Sweep(SweepPlan plan, double[][] pools, int[] blocks) {
        this.plan = plan;
        this.program = plan.program;
        this.firstPool = plan.firstPool();
        this.shared = pools;
        this.blocks = blocks;
        int[] sizes = plan.sizes;
        pools[firstPool + SweepMemory.NARROW] = new double[sizes[SweepMemory.NARROW]];
        pools[firstPool + SweepMemory.TOTAL] = new double[sizes[SweepMemory.TOTAL]];
        pools[firstPool + SweepMemory.WIDE] = new double[Math.multiplyExact(sizes[SweepMemory.WIDE], program.chunks)];
        pools[firstPool + SweepMemory.PARTIAL] = program.parts == 1
                ? pools[firstPool + SweepMemory.TOTAL]
                : new double[Math.multiplyExact(sizes[SweepMemory.TOTAL], program.parts)];
        blocks[firstPool + SweepMemory.WIDE] = sizes[SweepMemory.WIDE];
        this.memories = new SweepMemory[SweepThreads.MAX_THREADS];
        this.main = memory(0);
    }

    private SweepMemory memory(int thread) {
        SweepMemory memory = memories[thread];
        if (memory == null) {
            double[][] pools = shared.clone();
            pools[firstPool + SweepMemory.CHUNK] = new double[plan.sizes[SweepMemory.CHUNK]];
            memory = new SweepMemory(pools, plan.places());
            memories[thread] = memory;
        }
        return memory;
    }

    void moveTo(double[] theta) {
        System.arraycopy(theta, 0, main.pools[SweepMemory.INPUT], 0, program.n);
    }

    /** Puts where the next sweeps add what they find. */
    void output(double[] output) {
        main.pools[SweepMemory.OUTPUT] = output;
    }

    /**
     * Sweeps.
     *
     * @param goesBack whether adjoints are wanted
     * @param firstDirection the direction of the first lane
     */
    void run(boolean goesBack, int firstDirection) {
        if (program.parts == 1 || !SweepThreads.areSeveral()) {
            isShared = false;
            sweep(goesBack, firstDirection);
            return;
        }
        isShared = pace.isSharingFaster();
        long began = System.nanoTime();
        sweep(goesBack, firstDirection);
        pace.took(isShared, System.nanoTime() - began);
    }

    private void sweep(boolean goesBack, int firstDirection) {
        this.goesBack = goesBack;
        main.firstDirection = firstDirection;
        main.chunk = 0;
        Arrays.fill(main.pools[firstPool + SweepMemory.TOTAL], 0.0);
        Arrays.fill(main.reached, false);
        run(plan.begin, main);
        if (goesBack && plan.isFused) {
            run(plan.middleBack, main);
        }
        runParts(forwardPart);
        run(plan.middle, main);
        if (!goesBack) {
            return;
        }
        if (!plan.isFused) {
            run(plan.middleBack, main);
            runParts(backPart);
        }
        run(plan.end, main);
    }

    double result() {
        return plan.result(main);
    }

    private void runParts(SweepThreads.Work work) {
        if (program.chunked == ArrayProgram.NONE) {
            return;
        }
        SweepThreads.run(program.parts, work, isShared);
        if (program.parts > 1) {
            combine();
        }
    }

    /** Adds the sums of the parts up, in their order. */
    private void combine() {
        double[] total = main.pools[firstPool + SweepMemory.TOTAL];
        double[] partial = main.pools[firstPool + SweepMemory.PARTIAL];
        int size = plan.sizes[SweepMemory.TOTAL];
        for (int part = 0; part < program.parts; part++) {
            ArrayLoops.addMultiple(size, total, 0, 1, partial, part * size);
        }
    }

    private static void run(List<SweepStep> steps, SweepMemory memory) {
        for (int i = 0; i < steps.size(); i++) {
            steps.get(i).run(memory);
        }
    }

    private SweepMemory begin(int part, int thread) {
        SweepMemory memory = memory(thread);
        memory.firstDirection = main.firstDirection;
        if (program.parts > 1) {
            int size = plan.sizes[SweepMemory.TOTAL];
            Arrays.fill(memory.pools[firstPool + SweepMemory.PARTIAL], part * size, (part + 1) * size, 0.0);
            memory.shift[firstPool + SweepMemory.PARTIAL] = part * size;
        }
        return memory;
    }

    private int firstChunk(int part) {
        return (int) ((long) part * program.chunks / program.parts);
    }

    private static void goTo(int chunk, SweepMemory memory, int[] blocks) {
        memory.chunk = chunk;
        for (int pool = 0; pool < blocks.length; pool++) {
            if (blocks[pool] != 0) {
                memory.shift[pool] = chunk * blocks[pool];
            }
        }
    }

    private static void leave(SweepMemory memory, int[] blocks) {
        goTo(0, memory, blocks);
    }

    private List<SweepStep> ofLength(List<List<SweepStep>> steps, int chunk) {
        return steps.get(program.length(chunk) == program.chunk ? 0 : 1);
    }

    /** Through some chunks forward, and back where both go together. */
    private final class ForwardPart implements SweepThreads.Work {

        @Override
        public void run(int part, int thread) {
            SweepMemory memory = begin(part, thread);
            for (int chunk = firstChunk(part); chunk < firstChunk(part + 1); chunk++) {
                goTo(chunk, memory, blocks);
                Sweep.run(ofLength(plan.forward, chunk), memory);
                if (goesBack && plan.isFused) {
                    Sweep.run(ofLength(plan.back, chunk), memory);
                }
            }
            leave(memory, blocks);
        }
    }

    /** Through some chunks back. */
    private final class BackPart implements SweepThreads.Work {

        @Override
        public void run(int part, int thread) {
            SweepMemory memory = begin(part, thread);
            for (int chunk = firstChunk(part); chunk < firstChunk(part + 1); chunk++) {
                goTo(chunk, memory, blocks);
                Sweep.run(ofLength(plan.back, chunk), memory);
            }
            leave(memory, blocks);
        }
    }

    /** Which way is faster at present: where others use the processors too, waiting for helpers may take longer than they save. */
    private static final class Pace {

        /** The slower way is tried again once in so many sweeps. */
        private static final int TRIALS = 32;

        private double alone;
        private double shared;
        private int count;

        boolean isSharingFaster() {
            int number = count++ % TRIALS;
            return number < 2 ? number == 0 : shared <= alone;
        }

        void took(boolean isShared, long nanoseconds) {
            if (isShared) {
                shared = smoothed(shared, nanoseconds);
            } else {
                alone = smoothed(alone, nanoseconds);
            }
        }

        private static double smoothed(double before, long now) {
            return before == 0 ? now : 0.75 * before + 0.25 * now;
        }
    }
}
