package org.selfstab.recheck;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.selfstab.interval.DecimalIntervalField;
import org.selfstab.vocabulary.GivenFile;
import org.selfstab.vocabulary.Location;

/** Reads a certificate: its kind and problem, and then what a certificate of that kind holds, in order. */
final class CertificateReader implements Closeable {

    private final String file;
    private final long length;
    private final JsonFields json;
    private final CertificateKind kind;
    /** Lines before that of the problem: each member of the file's object begins one. */
    private final int linesBefore;

    /**
     * Reads up to the problem.
     *
     * @param file the file's name in messages
     * @param length its characters, which its verification may take work for
     */
    CertificateReader(String file, long length, InputStream input) throws IOException {
        this.file = file;
        this.length = length;
        this.json = new JsonFields(file, input);
        json.beginObject();
        String format = json.textOf("format");
        this.kind = Arrays.stream(CertificateKind.values())
                .filter(known -> known.format().equals(format))
                .findFirst()
                .orElseThrow(() -> json.error(
                        "the format is none of " + CertificateKind.formats(), "certify anew with this version"));
        boolean saysOfItsRun = json.isNext("run");
        this.linesBefore = saysOfItsRun ? 2 : 1;
        if (saysOfItsRun) {
            skipRun();
        }
    }

    /**
     * Reads a certificate.
     *
     * @param use takes it, and what is objected to all of it
     * @throws CertificateException if the file is no certificate
     * @throws org.selfstab.vocabulary.SelfstabException if it cannot be read
     */
    static <R> R read(Path file, BiFunction<CertificateReader, Optional<String>, R> use) {
        boolean isUnchanged = ContentDigest.matches(file);
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file));
                CertificateReader reader = new CertificateReader(file.toString(), Files.size(file), input)) {
            return use.apply(
                    reader,
                    isUnchanged
                            ? Optional.empty()
                            : Optional.of("the file was changed after it was written: its digest is another"));
        } catch (IOException failure) {
            throw GivenFile.unreadable(failure, Location.startOf(file), ContentDigest.CERTIFICATE);
        }
    }

    /** By what the certificate was written: no claim rests on it. */
    private void skipRun() {
        json.of(
                "run",
                () -> json.object(() -> List.of(
                        json.textOf("command"),
                        json.textOf("program"),
                        json.textOf("date"),
                        json.textOf("file"),
                        json.textOf("sha256"),
                        json.of("options", () -> json.map(json::text)))));
    }

    /** Where a certificate has its problem. */
    Location placeOfProblem() {
        return new Location(file, linesBefore + 1, 1);
    }

    /** Where the certificate of a family has the family. */
    Location placeOfFamily() {
        return new Location(file, linesBefore + 2, 1);
    }

    /** The file's name in messages. */
    String file() {
        return file;
    }

    /** Decimal intervals of so many digits, whose work is counted for this certificate. */
    Decimals decimals(int digits) {
        return new Decimals(new DecimalIntervalField(digits, new WorkMeter(file, length)));
    }

    /** What it is about. */
    CertificateKind kind() {
        return kind;
    }

    StatedProblem problem() {
        return json.of(
                "problem",
                () -> json.object(() -> new StatedProblem(
                        json.textOf("name"),
                        json.textOf("title"),
                        json.of("variables", () -> json.list(json::text)),
                        json.textOf("loss"),
                        json.of("parameters", () -> json.map(json::text)),
                        json.isNext("optimizer")
                                ? Optional.of(json.of("optimizer", this::optimizer))
                                : Optional.empty(),
                        json.isNext("adaptive") ? Optional.of(json.of("adaptive", this::adaptive)) : Optional.empty(),
                        json.of("start", () -> json.map(json::text)),
                        json.of("atEdge", json::truth),
                        Optional.empty(),
                        json.of("horizon", () -> json.optional(json::text)),
                        json.of("maxSteps", json::integer),
                        json.of("steps", () -> json.optional(json::integer)),
                        json.isNext("unstable") ? Optional.of(json.of("unstable", json::integer)) : Optional.empty(),
                        json.of("thresholds", () -> json.map(json::number)),
                        json.isNext("batches") ? Optional.of(json.of("batches", this::batches)) : Optional.empty())));
    }

    private StatedBatches batches() {
        return json.object(() -> new StatedBatches(
                json.of("items", () -> json.list(json::text)),
                json.of("size", json::integer),
                json.of("replacement", json::truth)));
    }

    private StatedOptimizer optimizer() {
        return json.object(() -> new StatedOptimizer(
                json.textOf("name"),
                json.of("A", () -> json.list(() -> json.list(json::text))),
                json.of("B", () -> json.list(json::text)),
                json.of("C", () -> json.list(json::text))));
    }

    /** Certificates of other kinds are about linear optimizers alone: read as one of gradient descent they would be about another run. */
    private StatedAdaptive adaptive() {
        if (kind != CertificateKind.CYCLE) {
            throw new CertificateException(
                    placeOfProblem(), "an adaptive optimizer", "only certificates of orbits are about adaptive ones");
        }
        return json.object(() -> new StatedAdaptive(
                json.textOf("name"),
                json.textOf("beta1"),
                json.textOf("beta2"),
                json.of("groups", () -> json.list(json::integer))));
    }

    /** Which members a family has and what is stated of all of them, after its problem. */
    StatedFamily family(StatedProblem problem) {
        json.field("family");
        json.beginObject();
        StatedFamily family = new StatedFamily(
                problem,
                json.textOf("parameter"),
                json.of("values", () -> json.list(json::text)),
                json.of("bounds", () -> json.list(this::familyBound)));
        json.endObject();
        return family;
    }

    private StatedFamily.Bound familyBound() {
        json.beginObject();
        StatedFamily.Bound bound =
                new StatedFamily.Bound(json.textOf("name"), json.of("atMost", json::truth), json.textOf("value"));
        json.endObject();
        return bound;
    }

    /** Begins a member of a family: the value of its parameter; what follows is as in the certificate of one run. */
    String beginMember() {
        json.beginObject();
        return json.textOf("value");
    }

    void endMember() {
        json.endObject();
    }

    /** Begins the list of that name. */
    void begin(String name) {
        json.begin(name);
    }

    /** Whether the list goes on; if not, it is ended. */
    boolean more() {
        return json.more();
    }

    CertificateRecords.Set set() {
        json.beginObject();
        CertificateRecords.Set set = setFields();
        json.endObject();
        return set;
    }

    private CertificateRecords.Set setFields() {
        return new CertificateRecords.Set(
                json.numbersOf("centre"),
                json.of("frame", () -> json.list(() -> json.list(json::number))),
                json.numbersOf("radii"));
    }

    /** A set before t = 0, with the distance of its nearest points where that is stated. */
    CertificateRecords.Approach approach() {
        json.beginObject();
        CertificateRecords.Set set = setFields();
        boolean isStated = json.atField();
        Optional<Double> reach = isStated ? json.of("reach", () -> json.optional(json::number)) : Optional.empty();
        json.endObject();
        return new CertificateRecords.Approach(set, reach);
    }

    CertificateRecords.Step step() {
        json.beginObject();
        CertificateRecords.Step step = new CertificateRecords.Step(
                json.of("t", json::integer),
                json.of("iterate", this::set),
                json.of("iteratePair", this::zero),
                json.of("nearest", () -> json.list(this::nearest)),
                json.of("daggerRadius", json::number),
                json.isNext("memory") ? Optional.of(json.of("memory", this::set)) : Optional.empty(),
                json.of("secondAtLeast", () -> json.optional(json::number)),
                json.of("secondAtMost", () -> json.optional(json::number)),
                json.numbersOf("quartic"),
                json.of("predicted", this::set),
                json.of("tubeRadius", json::number),
                json.of("tube", () -> json.optional(this::tube)));
        json.endObject();
        return step;
    }

    /** How many unstable eigenvalues the run follows, after the problem. */
    int unstable() {
        return json.of("unstable", json::integer);
    }

    CertificateRecords.UnstableStep unstableStep() {
        json.beginObject();
        int t = json.of("t", json::integer);
        CertificateRecords.Set iterate = json.of("iterate", this::set);
        List<CertificateRecords.UnstableNearest> nearest = json.of(
                "nearest",
                () -> json.list(() -> json.object(() -> new CertificateRecords.UnstableNearest(
                        json.textOf("piece"),
                        json.of("reference", () -> json.list(() -> json.list(json::number))),
                        json.of("zero", this::zero),
                        json.of("distance", json::number)))));
        double daggerRadius = json.of("daggerRadius", json::number);
        Optional<CertificateRecords.Set> memory =
                json.isNext("memory") ? Optional.of(json.of("memory", this::set)) : Optional.empty();
        Optional<Double> nextAtMost = json.of("nextAtMost", () -> json.optional(json::number));
        json.field("sigma");
        json.beginObject();
        int rank = json.of("rank", json::integer);
        CertificateRecords.Zero covariance = json.of("zero", this::zero);
        json.endObject();
        CertificateRecords.Set predicted = json.of("predicted", this::set);
        json.endObject();
        return new CertificateRecords.UnstableStep(
                t, iterate, nearest, daggerRadius, memory, nextAtMost, rank, covariance, predicted);
    }

    private CertificateRecords.Nearest nearest() {
        json.beginObject();
        CertificateRecords.Nearest nearest = new CertificateRecords.Nearest(
                json.textOf("piece"),
                json.of("zero", this::zero),
                json.of("distance", json::number),
                json.of("uniqueness", json::number));
        json.endObject();
        return nearest;
    }

    private CertificateRecords.TubePair tube() {
        json.beginObject();
        CertificateRecords.TubePair tube = new CertificateRecords.TubePair(
                json.of("pair", this::zero), json.of("secondAtMost", () -> json.optional(json::number)));
        json.endObject();
        return tube;
    }

    private CertificateRecords.Zero zero() {
        json.beginObject();
        CertificateRecords.Zero zero =
                new CertificateRecords.Zero(json.numbersOf("centre"), json.numbersOf("box"), json.numbersOf("radii"));
        json.endObject();
        return zero;
    }

    CertificateRecords.End end() {
        json.field("end");
        json.beginObject();
        CertificateRecords.End end = new CertificateRecords.End(
                json.of("iterate", () -> json.optional(json::number)),
                json.of("constrained", () -> json.optional(json::number)),
                json.of("predicted", () -> json.optional(json::number)),
                json.of("uniqueness", () -> json.optional(json::number)));
        json.endObject();
        return end;
    }

    List<CertificateRecords.Claim> claims() {
        return json.of("claims", () -> json.list(this::claim));
    }

    private CertificateRecords.Claim claim() {
        json.beginObject();
        CertificateRecords.Claim claim = new CertificateRecords.Claim(
                json.textOf("name"),
                json.textOf("quantity"),
                json.of("lower", () -> json.optional(json::number)),
                json.of("upper", () -> json.optional(json::number)),
                json.of("threshold", () -> json.optional(json::number)),
                json.textOf("verdict"));
        json.endObject();
        return claim;
    }

    /** What a certificate of an orbit of period two holds after the problem; empty if no orbit was proved. */
    Optional<CertificateRecords.Orbit> orbit() {
        return json.of(
                "orbit",
                () -> json.optional(() -> json.object(() -> new CertificateRecords.Orbit(
                        json.of("digits", json::integer),
                        json.isNext("period") ? json.of("period", json::integer) : 2,
                        json.of("first", () -> json.list(json::decimal)),
                        json.of("box", () -> json.list(json::decimal)),
                        json.of("radii", () -> json.list(json::decimal)),
                        json.of("second", () -> json.list(json::decimal)),
                        json.of("secondRadii", () -> json.list(json::decimal)),
                        json.of("uniqueness", json::decimal),
                        json.of("inverse", this::matrix),
                        json.textOf("stable"),
                        json.of("witness", () -> json.optional(this::stein))))));
    }

    /** What a certificate of a mean-square edge holds after the problem; empty if none was proved. */
    Optional<CertificateRecords.MeanSquareEdge> meanSquareEdge() {
        return json.of(
                "edge",
                () -> json.optional(() -> json.object(() -> new CertificateRecords.MeanSquareEdge(
                        json.of("digits", json::integer),
                        json.of("minimum", this::zero),
                        json.of("below", this::secondMoment),
                        json.of("above", this::secondMoment)))));
    }

    private CertificateRecords.SecondMoment secondMoment() {
        return json.object(() -> new CertificateRecords.SecondMoment(
                json.of("eta", json::number),
                json.of("form", () -> json.list(() -> json.list(json::number))),
                json.of("direction", () -> json.optional(() -> json.list(json::number)))));
    }

    private CertificateRecords.Stein stein() {
        return json.object(() -> new CertificateRecords.Stein(
                json.of("scale", json::decimal),
                json.of("form", this::matrix),
                json.of("direction", () -> json.optional(() -> json.list(json::decimal)))));
    }

    private List<List<BigDecimal>> matrix() {
        return json.list(() -> json.list(json::decimal));
    }

    /** What a certificate about a box holds after the problem. */
    CertificateRecords.Box box() {
        return new CertificateRecords.Box(
                json.of(
                        "box",
                        () -> json.list(() -> json.object(() -> new CertificateRecords.Side(
                                json.textOf("name"), json.of("from", json::number), json.of("to", json::number))))),
                json.of("digits", json::integer),
                json.of("defined", () -> json.optional(json::text)),
                json.of(
                        "claims",
                        () -> json.list(() -> json.object(() -> new CertificateRecords.BoxClaim(
                                json.textOf("quantity"),
                                json.textOf("sense"),
                                json.of("bound", json::decimal),
                                json.textOf("verdict"),
                                json.of("parts", () -> json.optional(json::text)),
                                json.of("witness", () -> json.optional(() -> json.list(json::number))))))));
    }

    /** The digest, after which the file ends. */
    String digest() {
        String digest = json.textOf("sha256");
        json.endObject();
        json.requireEnd();
        return digest;
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
