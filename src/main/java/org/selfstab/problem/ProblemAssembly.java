package org.selfstab.problem;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.selfstab.expression.Domain;
import org.selfstab.expression.Expression;
import org.selfstab.expression.syntax.ExpressionParser;
import org.selfstab.problem.toml.ExpressionReader;
import org.selfstab.problem.toml.Located;
import org.selfstab.problem.toml.TomlItem;
import org.selfstab.problem.toml.TomlSection;
import org.selfstab.vocabulary.FreeText;
import org.selfstab.vocabulary.Location;
import org.selfstab.vocabulary.Quantities;

/** Puts a problem together from the tables of its file. */
final class ProblemAssembly {

    static final List<String> KEYS = List.of(
            "title",
            "source",
            "variables",
            "loss",
            "data",
            "parameters",
            "optimizer",
            "start",
            "start_file",
            "start_random",
            "run",
            "family",
            "noise",
            "observe",
            "expect",
            "thresholds");

    private final TomlSection file;
    private final Map<String, String> overrides;
    private final DataFiles dataFiles;

    /** A rule of an array is read once for each element, and warns once. */
    private final Set<ProblemWarning> warnings = new LinkedHashSet<>();

    private final ExpressionReader expressions =
            new ExpressionReader((place, message) -> warnings.add(new ProblemWarning(place, message)));

    ProblemAssembly(TomlSection file, Map<String, String> overrides, DataFiles dataFiles) {
        this.file = file;
        this.overrides = overrides;
        this.dataFiles = dataFiles;
    }

    ReadProblem read(String name) {
        file.requireOnly(KEYS);
        FreeText title = file.required("title", "title = \"...\"").asLine();
        Optional<FreeText> source = file.item("source").map(TomlItem::asLine);
        TomlSection parameterSection = section("parameters");
        TomlSection optimizerSection = section("optimizer");
        Optional<TomlSection> noiseSection = optionalSection("noise");
        List<TomlItem> otherParameters = new ArrayList<>(OptimizerReader.parameters(optimizerSection));
        noiseSection.map(NoiseReader::parameters).ifPresent(otherParameters::addAll);
        DeclaredNames names = DeclaredNames.read(
                file.required("variables", "variables = [\"x\", ...]"),
                parameterSection,
                otherParameters,
                Data.read(section("data"), dataFiles, expressions));
        Map<String, Located<Expression>> definitions =
                new ParametersReader(expressions, names).read(parameterSection, otherParameters, overrides);
        Parameters parameters = ParametersReader.resolve(definitions);
        ProblemChecks.requirePositiveStep(
                parameters.value(Problem.STEP_SIZE),
                definitions.get(Problem.STEP_SIZE).location());
        OptimizerReader.Read optimizer = new OptimizerReader(expressions, names).read(optimizerSection);
        NoiseReader noiseReader = new NoiseReader(expressions, names);
        ReadLoss loss = loss(names, noiseReader, noiseSection);
        UnaryOperator<Expression> withDecay = each -> withDecay(each, names, optimizer);
        Expression writtenOut = withDecay.apply(loss.writtenOut());
        Map<String, Located<Expression>> start = new StartReader(expressions, names, dataFiles)
                .read(section("start"), optionalSection("start_file"), optionalSection("start_random"));
        RunSettings run = section("run").keys().isEmpty()
                ? RunSettings.byDefault()
                : new RunReader(expressions, names).read(section("run"));
        Optional<FamilyReader.LocatedFamily> family =
                optionalSection("family").map(new FamilyReader(expressions, names)::read);
        List<Observable> observables = new ObservablesReader(
                        names, (place, message) -> warnings.add(new ProblemWarning(place, message)))
                .read(section("observe"));
        ThresholdsReader thresholds = new ThresholdsReader(expressions, names);
        Problem problem = new Problem(
                name,
                title,
                source,
                names.variables().stream().map(Expression::symbol).toList(),
                writtenOut,
                loss.withSums().equals(loss.writtenOut()) ? writtenOut : withDecay.apply(loss.withSums()),
                parameters,
                optimizer.optimizer(),
                noiseSection.map(section -> noiseReader.read(section, loss.withSums(), withDecay)),
                optimizer.decay(),
                values(start),
                run,
                family.map(FamilyReader.LocatedFamily::family),
                observables,
                expectations(names, parameters, observables, family.isPresent()),
                thresholds.read(section("thresholds")));
        check(
                problem,
                new ProblemLocations(
                        definitions,
                        loss.location(),
                        optimizerSection.header(),
                        noiseSection.map(TomlSection::header),
                        start,
                        RunReader.horizonLocation(section("run")),
                        RunReader.kickLocation(section("run")),
                        family));
        thresholds
                .place(Quantities.SECOND_EIGENVALUE)
                .filter(place ->
                        problem.keepsCopies() && problem.run().unstable().isEmpty())
                .ifPresent(place -> warnings.add(new ProblemWarning(
                        place,
                        Quantities.SECOND_EIGENVALUE.key() + " is what certify alone compares with under "
                                + problem.optimizer().name() + "; write "
                                + Quantities.SPECTRAL_RADIUS.key() + " for the others, which look at A + lambda B C")));
        return new ReadProblem(problem, List.copyOf(warnings));
    }

    /**
     * A loss and where it stands.
     *
     * @param writtenOut without sums over indices, unless that is too long
     */
    private record ReadLoss(Expression writtenOut, Expression withSums, Location location) {}

    private ReadLoss loss(DeclaredNames names, NoiseReader noise, Optional<TomlSection> noiseSection) {
        Optional<TomlSection> ofItems = noiseSection.filter(NoiseReader::hasItems);
        if (ofItems.isEmpty()) {
            TomlItem item = file.required("loss", "loss = \"...\"");
            ExpressionParser.ParsedExpression loss =
                    expressions.parsed(item, names.ofVariablesAndParameters()::parseWithSums);
            return new ReadLoss(loss.expression(), loss.withSums(), item.location());
        }
        file.item("loss").ifPresent(given -> {
            throw given.key().error("[noise] has items, whose mean is the loss", "leave loss out");
        });
        Expression mean = noise.meanOfItems(ofItems.get());
        return new ReadLoss(mean, mean, ofItems.get().header());
    }

    private static Expression withDecay(Expression loss, DeclaredNames names, OptimizerReader.Read optimizer) {
        if (optimizer.decay().isEmpty()) {
            return loss;
        }
        Expression squares = Expression.sum(names.variables().stream()
                .map(variable -> Expression.symbol(variable).power(2))
                .toList());
        Expression penalty = optimizer.decay().get().penalty().times(squares).dividedBy(Expression.TWO);
        return Domain.kept(List.of(loss, penalty), Expression::sum);
    }

    private List<Expectation> expectations(
            DeclaredNames names, Parameters parameters, List<Observable> observables, boolean hasFamily) {
        AssertionReader assertions = new AssertionReader(expressions, names, parameters);
        return new ExpectationsReader(
                        assertions, new QuantityNames("expectation", names.variables(), observables), hasFamily)
                .read(section("expect"));
    }

    private void check(Problem problem, ProblemLocations places) {
        ProblemChecks checks = new ProblemChecks(problem, places);
        checks.run();
        checks.runForFamily();
        warnOfHorizon(problem, places);
        Set<String> used = usedNames(problem);
        for (TomlItem item : section("parameters").items()) {
            if (!used.contains(item.name())) {
                warnings.add(new ProblemWarning(
                        item.key(), "parameter " + item.name() + " is not used by anything; remove it"));
            }
        }
    }

    /** Where an expectation says that the parameter is the run's quantity, both readings of the horizon are the same. */
    private void warnOfHorizon(Problem problem, ProblemLocations places) {
        Set<String> ambiguous = problem.run().horizon().map(Expression::symbolNames).orElse(Set.of()).stream()
                .filter(Problem.AT_START::contains)
                .filter(problem.parameters().names()::contains)
                .filter(name -> problem.expectations().stream()
                        .noneMatch(expectation -> expectation.name().equals(name)
                                && expectation.expressions().contains(Expression.symbol(name))))
                .collect(Collectors.toCollection(TreeSet::new));
        ambiguous.forEach(name -> warnings.add(new ProblemWarning(
                places.horizon().orElseThrow(),
                name + " in the horizon is the parameter " + name
                        + ", not the run's at t = 0; rename the parameter if the" + " run's is meant")));
    }

    private static Set<String> usedNames(Problem problem) {
        List<Expression> using = new ArrayList<>(problem.optimizer().entries().toList());
        using.add(problem.loss());
        problem.noise().ifPresent(noise -> addAll(using, noise));
        using.addAll(problem.start().values());
        problem.run().horizon().ifPresent(using::add);
        problem.run().kick().ifPresent(using::add);
        using.addAll(problem.parameters().definitions().values());
        for (Observable observable : problem.observables()) {
            using.add(observable.value());
        }
        for (Expectation expectation : problem.expectations()) {
            using.addAll(expectation.expressions());
        }
        Set<String> used = new HashSet<>(Set.of(Problem.STEP_SIZE));
        for (Expression expression : using) {
            used.addAll(expression.symbolNames());
        }
        return used;
    }

    private static void addAll(List<Expression> using, Noise noise) {
        noise.batches().ifPresent(batches -> using.add(batches.size()));
        noise.added().ifPresent(added -> added.rows().forEach(using::addAll));
    }

    private static Map<String, Expression> values(Map<String, Located<Expression>> located) {
        Map<String, Expression> values = new LinkedHashMap<>();
        located.forEach((key, entry) -> values.put(key, entry.value()));
        return values;
    }

    private Optional<TomlSection> optionalSection(String name) {
        return file.item(name)
                .map(item -> item.asTable("a table, [" + name + "]").named("[" + name + "]"));
    }

    /** A table of the file; an empty one if the file has none. */
    private TomlSection section(String name) {
        return optionalSection(name)
                .orElseGet(
                        () -> TomlSection.empty("[" + name + "]", file.source().start(), file.source()));
    }
}
