package org.selfstab.symbolic;

import edu.jas.kern.ComputerThreads;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.matheclipse.core.basic.Config;
import org.matheclipse.core.eval.EvalEngine;
import org.matheclipse.core.eval.interfaces.IFunctionEvaluator;
import org.matheclipse.core.expression.F;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IASTMutable;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.ISymbol;
import org.selfstab.vocabulary.Interruption;

/**
 * Evaluates Symja expressions, without a word on the console. Each thread has its own engine, because an engine holds
 * the state of one evaluation; the first use loads Symja, which takes about a second.
 */
final class SymjaEngine {

    private static final int RECURSION_LIMIT = 4096;
    private static final long WORKER_STACK_BYTES = 16L << 20;
    private static final int ITERATION_LIMIT = 10_000;
    /** Far beyond what bounded work takes on a slow and busy machine; an evaluation that is given up here fails as a whole. */
    private static final Duration SAFETY = Duration.ofMinutes(5);

    private static final IFunctionEvaluator DERIVATIVES;
    private static final ThreadLocal<CountingEngine> ENGINES = ThreadLocal.withInitial(SymjaEngine::newEngine);

    static {
        // Otherwise Symja starts loading its integration rules and a pool of threads that keep the process alive.
        Config.JAS_NO_THREADS = true;
        ComputerThreads.setNoThreads();
        F.initSymbols();
        DERIVATIVES = (IFunctionEvaluator) S.D.getEvaluator();
    }

    private SymjaEngine() {}

    /** An engine that counts the applications of built-in functions and rules, and fails when there are too many. */
    private static final class CountingEngine extends EvalEngine {

        private static final long serialVersionUID = 1L;

        private long stepsLeft = Long.MAX_VALUE;

        CountingEngine(PrintStream silence) {
            super("selfstab", RECURSION_LIMIT, ITERATION_LIMIT, silence, silence, false);
        }

        @Override
        public IExpr evalAttributes(ISymbol symbol, IASTMutable ast) {
            if (stepsLeft-- <= 0) {
                throw new SymbolicException("the evaluation takes too many steps", "");
            }
            return super.evalAttributes(symbol, ast);
        }

        boolean isExhausted() {
            return stepsLeft < 0;
        }
    }

    private static CountingEngine newEngine() {
        PrintStream silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        CountingEngine engine = new CountingEngine(silence);
        engine.setFileSystemEnabled(false);
        engine.setQuietMode(true);
        return engine;
    }

    /** Makes sure that Symja is loaded, so that its objects can be made. */
    static void load() {
        // loading happens in the static initializer
    }

    /**
     * The evaluated expression.
     *
     * @throws SymbolicException if Symja fails
     * @throws CancellationException if the thread is interrupted
     */
    static IExpr evaluate(IExpr expression) {
        EvalEngine engine = ENGINES.get();
        EvalEngine.set(engine);
        engine.init();
        engine.setQuietMode(true);
        try {
            return engine.evaluate(expression);
        } catch (RuntimeException | StackOverflowError e) {
            throw failure(expression, e);
        }
    }

    /**
     * What Symja's rule for a derivative says first, in terms of derivatives of the function's parts that are not evaluated yet.
     *
     * @param derivative of a product or power
     * @return the derivative itself where Symja has no such rule
     */
    static IExpr firstStep(IAST derivative) {
        EvalEngine engine = ENGINES.get();
        EvalEngine.set(engine);
        try {
            return DERIVATIVES.evaluate(derivative, engine).orElse(derivative);
        } catch (RuntimeException | StackOverflowError e) {
            throw failure(derivative, e);
        }
    }

    /** Symja fails, too, when its thread is interrupted. */
    private static RuntimeException failure(IExpr expression, Throwable cause) {
        return Thread.currentThread().isInterrupted()
                ? new CancellationException("the evaluation was interrupted")
                : new SymbolicException("Symja cannot evaluate " + shortened(expression), cause);
    }

    /**
     * An evaluated expression.
     *
     * @param expression the result
     * @param steps how many steps it took
     */
    record Evaluated(IExpr expression, long steps) {}

    /**
     * The evaluated expression, or nothing if Symja fails or needs more than a number of steps: the same on every machine.
     *
     * @throws SymbolicTimeoutException if that takes minutes all the same
     * @throws CancellationException if the calling thread is interrupted
     */
    static Optional<Evaluated> evaluateInSteps(long steps, IExpr expression) {
        CompletableFuture<Optional<Evaluated>> answer = new CompletableFuture<>();
        AtomicReference<EvalEngine> engine = new AtomicReference<>();
        Thread worker = new Thread(
                null,
                () -> {
                    try {
                        CountingEngine counting = ENGINES.get();
                        engine.set(counting);
                        counting.stepsLeft = steps;
                        IExpr result = evaluate(expression);
                        answer.complete(
                                counting.isExhausted()
                                        ? Optional.empty()
                                        : Optional.of(new Evaluated(result, steps - counting.stepsLeft)));
                    } catch (SymbolicException | CancellationException | OutOfMemoryError | AssertionError e) {
                        answer.complete(Optional.empty());
                    }
                },
                "selfstab-symbolic",
                WORKER_STACK_BYTES);
        worker.setDaemon(true);
        worker.start();
        try {
            return Interruption.await("the evaluation", () -> answer.get(SAFETY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            throw new SymbolicTimeoutException(
                    "computer algebra does not end within " + SAFETY.toMinutes() + " minutes on an expression of "
                            + expression.leafCount() + " operations",
                    "write it more simply");
        } finally {
            if (!answer.isDone()) {
                stop(engine.get(), worker);
            }
        }
    }

    private static void stop(EvalEngine engine, Thread worker) {
        if (engine != null) {
            engine.stopRequest();
        }
        worker.interrupt();
    }

    /** The text of an expression, cut to a length that fits a message. */
    static String shortened(IExpr expression) {
        String text = String.valueOf(expression).replaceAll("\\s+", "");
        return text.length() <= 120 ? text : text.substring(0, 117) + "...";
    }
}
