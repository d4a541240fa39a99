package org.selfstab;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.selfstab.certify.BoxClaim;
import org.selfstab.certify.BoxResult;
import org.selfstab.certify.CertificateListener;
import org.selfstab.certify.CertificationResult;
import org.selfstab.certify.CertifyOptions;
import org.selfstab.certify.FamilyCertificateListener;
import org.selfstab.certify.FamilyCertification;
import org.selfstab.certify.MeanSquareCertification;
import org.selfstab.certify.MinimumResult;
import org.selfstab.certify.TwoCycleResult;
import org.selfstab.certify.region.BoxClaims;
import org.selfstab.certify.region.MinimumCertifier;
import org.selfstab.certify.region.TwoCycleCertifier;
import org.selfstab.certify.trajectory.Certifier;
import org.selfstab.certify.trajectory.FamilyCertifier;
import org.selfstab.claims.BifurcationOptions;
import org.selfstab.claims.BifurcationResult;
import org.selfstab.claims.DerivationResult;
import org.selfstab.claims.DescentOptions;
import org.selfstab.claims.DescentResult;
import org.selfstab.claims.DriftFamilyResult;
import org.selfstab.claims.DriftOptions;
import org.selfstab.claims.DriftResult;
import org.selfstab.claims.Exploration;
import org.selfstab.claims.FamilyResult;
import org.selfstab.claims.NoiseOptions;
import org.selfstab.claims.NoiseResult;
import org.selfstab.claims.OdeFamilyResult;
import org.selfstab.claims.OdeResult;
import org.selfstab.claims.QuantityReader;
import org.selfstab.claims.Reading;
import org.selfstab.claims.SlowResult;
import org.selfstab.claims.Verification;
import org.selfstab.claims.VerificationResult;
import org.selfstab.claims.closedform.Deriver;
import org.selfstab.claims.comparison.OdeFamilyRun;
import org.selfstab.claims.comparison.OdeRun;
import org.selfstab.claims.conditions.ProblemVerifier;
import org.selfstab.claims.constants.Verifier;
import org.selfstab.claims.drift.DriftFamilyRun;
import org.selfstab.claims.drift.DriftRun;
import org.selfstab.claims.drift.SlowRun;
import org.selfstab.claims.members.FamilyRun;
import org.selfstab.claims.observation.ObservingReader;
import org.selfstab.claims.orbit.BifurcationRun;
import org.selfstab.claims.orbit.DescentRun;
import org.selfstab.claims.orbit.EdgeExplorer;
import org.selfstab.dynamics.DerivedLoss;
import org.selfstab.expression.Expression;
import org.selfstab.expression.autodiff.LossDerivatives;
import org.selfstab.interval.Interval;
import org.selfstab.loss.CompiledBackend;
import org.selfstab.loss.LossCompiler;
import org.selfstab.noise.MeanSquareCertifier;
import org.selfstab.noise.NoiseRun;
import org.selfstab.problem.Family;
import org.selfstab.problem.Problem;
import org.selfstab.problem.ProblemText;
import org.selfstab.problem.ProblemWarning;
import org.selfstab.problem.QuantityName;
import org.selfstab.problem.QuantityNames;
import org.selfstab.problem.ReadProblem;
import org.selfstab.run.LineLog;
import org.selfstab.run.RunListener;
import org.selfstab.run.RunOptions;
import org.selfstab.vocabulary.Named;
import org.selfstab.vocabulary.SelfstabException;

/**
 * A problem and every kind of run of it. Siblings made by {@link #with} share the text read and, as far as only
 * constants differ, the compiled loss. May be shared by threads.
 */
public final class Study {

    private final Optional<ProblemText> text;
    private final ReadProblem read;
    private final LossDerivatives derivatives;
    private final CompiledBackend doubles;
    private final Supplier<CompiledBackend> doublesOfSiblings;

    private Study(
            Optional<ProblemText> text,
            ReadProblem read,
            CompiledBackend doubles,
            Supplier<CompiledBackend> doublesOfSiblings) {
        this.text = text;
        this.read = read;
        this.derivatives = DerivedLoss.of(read.problem());
        this.doubles = doubles;
        this.doublesOfSiblings = doublesOfSiblings;
    }

    Study(Optional<ProblemText> text, ReadProblem read) {
        this(text, read, new CompiledBackend(), Suppliers.memoize(() -> new CompiledBackend(LossCompiler.sharing())));
    }

    /** A study of a problem that was read already. */
    public static Study of(Problem problem) {
        return new Study(Optional.empty(), new ReadProblem(problem, List.of()));
    }

    /**
     * The same text with some parameters defined anew; those that this study defines anew are as in the text again, unless they are given, too.
     *
     * @param overrides exact expressions by the names of parameters, as after {@code --set}
     * @throws SelfstabException if it is not a valid problem then
     * @throws IllegalStateException if the study was not read from a text
     */
    public Study with(Map<String, String> overrides) {
        ProblemText source = text.orElseThrow(() -> new IllegalStateException("the study of a problem without a text"));
        return new Study(text, source.with(overrides), doublesOfSiblings.get(), doublesOfSiblings);
    }

    /** The problem. */
    public Problem problem() {
        return read.problem();
    }

    /** What is dubious in its text. */
    public List<ProblemWarning> warnings() {
        return read.warnings();
    }

    /** The data files that it was read with, by their names in the text. */
    public Map<String, String> data() {
        return text.map(ProblemText::data).orElse(Map.of());
    }

    /** The text that it was read from, if it was read. */
    public Optional<String> text() {
        return text.map(ProblemText::text);
    }

    /** Exact gradient descent beside the predicted dynamics in double precision: constants alone, without what verdicts take. */
    public Verification run(RunOptions options) {
        return new Verifier<>(problem(), derivatives, doubles, options).verify(List.of());
    }

    /** Exact gradient descent beside the predicted dynamics: constants, conditions and conclusions; listeners are told how far it is and see every step. */
    public VerificationResult verify(RunOptions options, RunListener... listeners) {
        List<RunListener> all = List.of(listeners);
        return new ProblemVerifier(problem(), derivatives, doubles, options, RunListener.together(all)).verify(all);
    }

    /**
     * The members of the problem's family, with the orders of the conclusions' errors.
     *
     * @throws SelfstabException if the problem has no family
     */
    public FamilyResult family(RunOptions options) {
        return family(options, ownFamily(), RunListener.none());
    }

    /** The members of a family, told how many steps they have done together. */
    public FamilyResult family(RunOptions options, Family family, RunListener listener) {
        return FamilyRun.of(problem(), family, options).run(threads(), listener);
    }

    /** The run beside the reduced equation and the central flow; listeners are told how far it is and see every step. */
    public OdeResult ode(RunOptions options, RunListener... listeners) {
        List<RunListener> all = List.of(listeners);
        return OdeRun.of(problem(), derivatives, doubles, options).run(RunListener.together(all), all);
    }

    /**
     * The members of the problem's family beside the reduced equation.
     *
     * @throws SelfstabException if the problem has no family
     */
    public OdeFamilyResult odeFamily(RunOptions options) {
        return odeFamily(options, ownFamily(), RunListener.none());
    }

    /** The members of a family beside the reduced equation, told how many steps they have done together. */
    public OdeFamilyResult odeFamily(RunOptions options, Family family, RunListener listener) {
        return OdeFamilyRun.of(problem(), family, options).run(threads(), listener);
    }

    /**
     * The third-order Taylor polynomial and the geometry at a point, in closed form where there is one.
     *
     * @param at expressions of the parameters for some variables; the others are the problem's start
     * @throws SelfstabException if one of them is of no variable or has no finite real value
     */
    public DerivationResult derive(Map<String, Expression> at) {
        return derive(at, RunListener.none());
    }

    /** The same, told how many expressions are simplified. */
    public DerivationResult derive(Map<String, Expression> at, RunListener listener) {
        listener.progress("closed forms", 0);
        return new Deriver(problem()).at(at, expressions -> listener.progress("closed forms", expressions));
    }

    /**
     * A quantity by its name in {@code [expect]}, with no more work than it needs.
     *
     * @throws SelfstabException if there is none of that name
     */
    public Reading read(String name) {
        return read(QuantityNames.of("quantity", problem()).read(name));
    }

    /** A quantity, with no more work than it needs. */
    public Reading read(QuantityName quantity) {
        return quantities(RunOptions.defaults(), List.of(quantity.quantity()))
                .withMembers()
                .observe(quantity);
    }

    /**
     * A reader of several quantities, which computes nothing before it is asked for one, and nothing twice.
     *
     * @param wanted the quantities that will be asked for, or more
     */
    public QuantityReader quantities(RunOptions options, Collection<? extends Named> wanted) {
        return ObservingReader.of(problem(), derivatives, doubles, options, wanted);
    }

    /** Which step sizes bring the loss to the edge from the problem's start, and where: its own and some that are chosen. */
    public Exploration explore() {
        return explore(List.of(), RunListener.none());
    }

    /**
     * The same for given step sizes, told how far it is.
     *
     * @param stepSizes exact expressions, tried besides the problem's own; empty for a choice
     * @throws SelfstabException if one of them is not a positive number
     */
    public Exploration explore(List<String> stepSizes, RunListener listener) {
        problem().requireLinear("explore");
        return new EdgeExplorer(problem(), stepSizes, listener).explore();
    }

    /**
     * Gradient descent alone, in double precision.
     *
     * @param listener is told each step
     * @throws org.selfstab.geometry.UndefinedGeometryException if the loss, or a derivative that is looked at, is not finite at the start
     */
    public DescentResult descent(DescentOptions options, RunListener listener) {
        return new DescentRun(problem(), options).run(step -> listener.progress("", step));
    }

    /**
     * Stochastic gradients: the edges of stability at a minimum, or where the noisy edge settles.
     *
     * @throws SelfstabException if the problem has no noise
     */
    public NoiseResult noise(NoiseOptions options) {
        return noise(options, RunListener.none());
    }

    /** The same, told how far it is. */
    public NoiseResult noise(NoiseOptions options, RunListener listener) {
        return new NoiseRun(problem(), options, listener).run();
    }

    /**
     * Fixed points and periodic orbits over a parameter, in double precision, and where their stability changes, in decimals.
     *
     * @throws SelfstabException if the problem has no such parameter, or too many variables
     */
    public BifurcationResult bifurcation(BifurcationOptions options, RunListener listener) {
        return new BifurcationRun(problem(), options, listener).run();
    }

    /**
     * The same, which goes on from what a log holds.
     *
     * @param log keeps what is finished
     * @throws SelfstabException also if the log holds something else
     * @throws IOException if the log fails
     */
    public BifurcationResult bifurcation(BifurcationOptions options, LineLog log, RunListener listener)
            throws IOException {
        return new BifurcationRun(problem(), options, listener).run(log);
    }

    /** What becomes of the oscillation over {@code 1/eps^2} steps. */
    public DriftResult drift(DriftOptions options) {
        return drift(options, RunListener.none());
    }

    /** The slow drift of a family's members, and the order of the law's error in eps. */
    public DriftFamilyResult driftFamily(DriftOptions options, Family family, RunListener listener) {
        problem().requireOneUnstable("drift");
        return new DriftFamilyRun(problem(), family, options).run(threads(), listener);
    }

    /** Exact iterates over {@code 1/eps^2} steps, or as many as are stated, beside the reduced equations of first and of second order. */
    public SlowResult secondOrder(Optional<Integer> steps, RunListener listener) {
        problem().requireLinear("ode --second-order");
        problem().requireOneUnstable("ode --second-order");
        return new SlowRun(problem(), steps, listener).run();
    }

    /** The same of a family's members, and the orders of the errors. */
    public SlowResult secondOrder(Optional<Integer> steps, Family family, RunListener listener) {
        problem().requireLinear("ode --second-order");
        problem().requireOneUnstable("ode --second-order");
        return new SlowRun(problem(), steps, listener).run(family, threads());
    }

    /** The same, told how many steps are done. */
    public DriftResult drift(DriftOptions options, RunListener listener) {
        problem().requireOneUnstable("drift");
        return new DriftRun(problem(), options).run(step -> listener.progress("", step));
    }

    /** Certified verdicts on the trajectory, by interval arithmetic. */
    public CertificationResult certify(CertifyOptions options) {
        return certify(options, RunListener.none(), CertificateListener.none());
    }

    /** The same, told each step that is enclosed, with what was proved of it. */
    public CertificationResult certify(CertifyOptions options, RunListener listener, CertificateListener certificate) {
        problem().requireLinear("certify");
        return Certifier.certify(problem(), options, step -> listener.progress("", step), certificate);
    }

    /** Certified verdicts on every member of a family, and on all of them. */
    public FamilyCertification certifyFamily(
            CertifyOptions options, Family family, RunListener listener, FamilyCertificateListener certificate) {
        problem().requireLinear("certify");
        problem().requireOneUnstable("certify --family");
        return new FamilyCertifier(problem(), family, options)
                .certify((member, step) -> listener.progress(family.parameter() + " = " + member, step), certificate);
    }

    /**
     * Claims about all points of a box, proved or refuted by branch and bound.
     *
     * @param box the intervals of all variables in the problem's order, then of parameters that vary too
     * @param budget how many parts of the box to look at for each claim, at least 1
     * @param listener is told how many parts were looked at for a claim
     */
    public BoxResult certifyBox(Map<String, Interval> box, List<BoxClaim> claims, int budget, RunListener listener) {
        problem().requireLinear("certify-box");
        return BoxClaims.decide(problem(), box, claims, budget, listener);
    }

    /**
     * The critical point near the end of descent, proved where its Hessian is regular, and how stability is lost there.
     *
     * @param listener is told each step of descent
     */
    public MinimumResult minimum(RunListener listener) {
        return new MinimumCertifier(problem()).certify(step -> listener.progress("", step));
    }

    /** The mean-square edge at a minimum, enclosed; empty without noise, or where no minimum is found from the start. */
    public Optional<MeanSquareCertification> certifyMeanSquareEdge() {
        return problem().noise().isEmpty() ? Optional.empty() : new MeanSquareCertifier(problem()).certify();
    }

    /** An orbit of period two, proved, and whether it is stable. */
    public TwoCycleResult certifyCycle() {
        return certifyCycle(2);
    }

    /** An orbit of a period from 1 to {@link TwoCycleCertifier#LONGEST_PERIOD}, proved, and whether it is stable. */
    public TwoCycleResult certifyCycle(int period) {
        if (problem().hasFallingWeight()) {
            problem().requireLinear("certify-cycle");
        }
        return new TwoCycleCertifier(problem(), period).certify();
    }

    private Family ownFamily() {
        return problem()
                .family()
                .orElseThrow(() -> new SelfstabException(
                        "the problem " + problem().name() + " has no [family]", "add one, or give a family"));
    }

    private static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }
}
