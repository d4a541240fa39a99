package org.selfstab.recheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.linear.FieldVector;
import org.selfstab.interval.DecimalInterval;
import org.selfstab.recheck.CheckedClaim.Outcome;
import org.selfstab.recheck.taylor.UndefinedException;

/**
 * Verifies claims about all points of a box: bounds the quantity on each stated part, which cover the box by construction, or at the stated
 * point where a claim is refuted; and that the loss is defined and smooth on the whole box, of which each claim speaks.
 */
final class BoxChecker {

    private static final String UNDECIDED = "UNDECIDED";
    private static final String QUANTITY = "at every point of the box";

    private final Decimals decimals;
    private final BoxedProblem problem;
    private final CertificateRecords.Box box;
    private final FieldVector<DecimalInterval> whole;
    private final IntConsumer progress;
    private int evaluations;

    /**
     * A check.
     *
     * @param progress is told how many boxes were looked at
     */
    BoxChecker(Decimals decimals, BoxedProblem problem, CertificateRecords.Box box, IntConsumer progress) {
        this.decimals = decimals;
        this.problem = problem;
        this.box = box;
        this.progress = progress;
        this.whole = decimals.zeros(box.sides().size());
        for (int i = 0; i < box.sides().size(); i++) {
            CertificateRecords.Side side = box.sides().get(i);
            RejectedException.unless(side.from() <= side.to(), "the box is empty: " + side.name());
            whole.setEntry(i, decimals.field().of(new BigDecimal(side.from()), new BigDecimal(side.to())));
        }
    }

    /** What is said of each claim where something was rejected before. */
    static List<CheckedClaim> rejected(CertificateRecords.Box box, String objection) {
        return box.claims().stream()
                .map(claim -> new CheckedClaim(name(claim), QUANTITY, claim.verdict(), Outcome.REJECTED, objection))
                .toList();
    }

    private static String name(CertificateRecords.BoxClaim claim) {
        return claim.quantity() + " " + claim.sense() + " " + claim.bound();
    }

    /** Each claim, verified or not. */
    List<CheckedClaim> check() {
        Objections defined = new Objections();
        defined.attempt("", this::requireDefined);
        return box.claims().stream().map(claim -> checked(claim, defined)).toList();
    }

    private void requireDefined() {
        problem.requireFlipFirst(decimals, whole);
        String parts = box.defined()
                .orElseThrow(() -> new RejectedException("the loss is not shown to be defined on the box"));
        new Bisection(decimals, whole).requireOnParts(parts, this::isDefinedOn, part -> problem.obstacle(part)
                .orElseThrow());
    }

    private boolean isDefinedOn(FieldVector<DecimalInterval> part) {
        count();
        return problem.obstacle(part).isEmpty();
    }

    private CheckedClaim checked(CertificateRecords.BoxClaim claim, Objections before) {
        if (claim.verdict().equals(UNDECIDED)) {
            return new CheckedClaim(name(claim), QUANTITY, UNDECIDED, Outcome.EMPTY, "nothing is stated");
        }
        Objections objections = before.copy();
        List<String> found = new ArrayList<>();
        objections.attempt("", () -> found.add(verified(claim)));
        return objections
                .first()
                .map(reason -> new CheckedClaim(name(claim), QUANTITY, claim.verdict(), Outcome.REJECTED, reason))
                .orElseGet(() ->
                        new CheckedClaim(name(claim), QUANTITY, claim.verdict(), Outcome.CONFIRMED, found.get(0)));
    }

    /** Verifies a claim; in words how. */
    private String verified(CertificateRecords.BoxClaim claim) {
        boolean above = claim.sense().equals(">");
        RejectedException.unless(above || claim.sense().equals("<"), "no claim has the sense " + claim.sense());
        return switch (claim.verdict()) {
            case "HOLDS" -> proved(claim, above);
            case "FAILS" -> refuted(claim, above);
            default -> throw new RejectedException("no verdict is called " + claim.verdict());
        };
    }

    private String proved(CertificateRecords.BoxClaim claim, boolean above) {
        String text = claim.parts()
                .orElseThrow(() -> new RejectedException("no parts are stated: it may have"
                        + " taken more than a certificate holds; smaller boxes can be checked one by one"));
        int parts = new Bisection(decimals, whole)
                .requireOnParts(
                        text,
                        part -> {
                            DecimalInterval value = value(claim.quantity(), part);
                            return value.isFinite()
                                    && (above
                                            ? value.lower().compareTo(claim.bound()) > 0
                                            : value.upper().compareTo(claim.bound()) < 0);
                        },
                        part -> "it is not shown where " + shown(part) + ": there it lies in "
                                + Decimals.shown(value(claim.quantity(), part)));
        return parts == 1 ? "shown on the whole box at once" : "shown on each of " + parts + " parts";
    }

    private String refuted(CertificateRecords.BoxClaim claim, boolean above) {
        List<Double> witness = claim.witness().orElseThrow(() -> new RejectedException("no point is stated"));
        FieldVector<DecimalInterval> point = decimals.vector(witness);
        RejectedException.unless(
                point.getDimension() == whole.getDimension()
                        && IntStream.range(0, point.getDimension())
                                .allMatch(i -> box.sides().get(i).from() <= witness.get(i)
                                        && witness.get(i) <= box.sides().get(i).to()),
                "the stated point is not in the box");
        DecimalInterval value = value(claim.quantity(), point);
        RejectedException.unless(
                value.isFinite()
                        && (above
                                ? value.upper().compareTo(claim.bound()) <= 0
                                : value.lower().compareTo(claim.bound()) >= 0),
                "at the stated point it lies in " + Decimals.shown(value));
        return "at " + shown(point) + " it lies in " + Decimals.shown(value);
    }

    /** Contains the quantity; the whole line where nothing could be shown, which parts of the box may yet show. */
    private DecimalInterval value(String quantity, FieldVector<DecimalInterval> part) {
        count();
        try {
            BoxQuantities quantities = BoxQuantities.of(decimals, problem.over(decimals, part), problem.variables());
            return quantities
                    .named(quantity, problem.optimizer(part).step())
                    .orElseThrow(() -> new IllegalArgumentException("no quantity is called " + quantity));
        } catch (UndefinedException | RejectedException notThere) {
            return decimals.field().undefined();
        }
    }

    private void count() {
        progress.accept(++evaluations);
        Objections.endIfInterrupted();
    }

    private String shown(FieldVector<DecimalInterval> part) {
        return IntStream.range(0, part.getDimension())
                .mapToObj(i -> Decimals.shown(box.sides().get(i).name(), part.getEntry(i)))
                .collect(Collectors.joining(", "));
    }
}
