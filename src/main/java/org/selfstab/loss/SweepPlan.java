package org.selfstab.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.selfstab.loss.ArrayProgram.Constants;
import org.selfstab.loss.ArrayProgram.Function;
import org.selfstab.loss.ArrayProgram.Node;
import org.selfstab.loss.ArrayProgram.Sums;
import org.selfstab.loss.ArrayProgram.Term;
import org.selfstab.loss.ArrayProgram.Variables;
import org.selfstab.loss.LoopNest.Loop;
import org.selfstab.loss.SweepStep.Pairs;
import org.selfstab.loss.SweepStep.Place;

/**
 * The steps of a sweep over an {@link ArrayProgram}, forward and back, and where the arrays lie.
 *
 * <p>{@code D^mL(a, b, ., .)} is the coefficient of the product of all letters in the gradient at {@code theta + s a + t b + ...}, where the squares of
 * the m letters s, t, ... are 0. A number with letters is {@code 2^m} coefficients, indexed by the set of the letters, s = 1, t = 2, and so on. That of no letter
 * is the value at the point, which the sweep without letters leaves; a coefficient that is 0 whatever the point does not exist. The last letter may
 * stand for the directions of many variables at once, its coefficients then lie in lanes, one for each direction.
 *
 * <p>A sweep goes through narrow arrays forward, through the chunks of wide ones forward, through narrow arrays that depend on sums over the chunks
 * forward and back, and through chunks and narrow arrays back. Where the way back through what depends on such sums needs none of their values, each
 * chunk goes forward and back in one go, so that its arrays stay in the cache.
 */
final class SweepPlan {

    private static final int NONE = ArrayProgram.NONE;

    /** Functions are differentiated so often. */
    private static final int ORDERS = 4;

    final ArrayProgram program;
    /** How many letters there are. */
    final int letters;
    /** How many directions the last letter stands for, 0 if for one that is given. */
    final int lanes;

    final boolean isFused;
    final List<SweepStep> begin = new ArrayList<>();
    /** Steps in a chunk of full length, and in the last one if that is shorter. */
    final List<List<SweepStep>> forward = List.of(new ArrayList<>(), new ArrayList<>());

    final List<SweepStep> middle = new ArrayList<>();
    final List<SweepStep> middleBack = new ArrayList<>();
    final List<List<SweepStep>> back = List.of(new ArrayList<>(), new ArrayList<>());
    final List<SweepStep> end = new ArrayList<>();

    /** The sizes of the rooms, of wide ones in a chunk. */
    final int[] sizes = new int[SweepMemory.ROOMS];

    private final int firstPool;
    private final SweepPlan atPoint;
    private final SweepPlan higher;
    private final boolean keeps;
    private final SweepData data;
    private final int coefficients;
    private final int[] lengths;
    private final int[] adjointDegree;
    private final Place[] values;
    private final Place[] adjoints;
    /** By the order, from 0 for unused on, and the node. */
    private final Place[][] derivatives;

    private final boolean[] touched;
    /** Whether a sweep along directions needs a node's coefficients with letters: not those of the loss itself. */
    private final boolean[] isUsedAlong;
    /** How many places there are, that of constants, number 0, included. */
    private int places = 1;

    /** Whether the loss is written out, all arrays single numbers. */
    private final boolean isScalar;

    private final Map<List<Integer>, Pairs> allPairs = new HashMap<>();

    private SweepPlan(
            ArrayProgram program,
            SweepData data,
            int letters,
            int lanes,
            int firstPool,
            SweepPlan atPoint,
            SweepPlan higher,
            boolean keeps) {
        this.program = program;
        this.data = data;
        this.letters = letters;
        this.lanes = lanes;
        this.firstPool = firstPool;
        this.atPoint = atPoint;
        this.higher = higher;
        this.keeps = keeps;
        this.coefficients = 1 << letters;
        int last = program.chunked == NONE ? 1 : program.length(program.chunks - 1);
        this.lengths = last == program.chunk ? new int[] {program.chunk} : new int[] {program.chunk, last};
        int count = program.nodes.size();
        this.adjointDegree = adjointDegrees();
        this.isFused = isFused();
        this.isUsedAlong = usedAlong();
        this.values = new Place[count];
        this.adjoints = new Place[count];
        this.derivatives = new Place[ORDERS + 1][count];
        this.touched = new boolean[count];
        this.isScalar = !program.hasArrays();
    }

    /**
     * The sweep for value and gradient.
     *
     * @param keeps whether sweeps along directions follow, which need what it computes
     */
    static SweepPlan atPoint(ArrayProgram program, SweepData data, boolean keeps) {
        SweepPlan plan = new SweepPlan(program, data, 0, 0, SweepMemory.AT_POINT, null, null, keeps);
        plan.writeSweep();
        return plan;
    }

    /** The third and fourth derivatives of functions at the point of a sweep. */
    static SweepPlan higher(SweepPlan atPoint) {
        SweepPlan plan = new SweepPlan(atPoint.program, atPoint.data, 0, 0, SweepMemory.HIGHER, atPoint, null, true);
        plan.writeHigher();
        return plan;
    }

    /**
     * A sweep along directions.
     *
     * @param higher with more than one letter, what that needs
     * @param letters 1 to 3
     * @param lanes how many directions the last letter stands for, 0 if for one that is given
     */
    static SweepPlan along(SweepPlan atPoint, SweepPlan higher, int letters, int lanes) {
        SweepPlan plan =
                new SweepPlan(atPoint.program, atPoint.data, letters, lanes, SweepMemory.ALONG, atPoint, higher, false);
        plan.writeSweep();
        return plan;
    }

    SweepData data() {
        return data;
    }

    int firstPool() {
        return firstPool;
    }

    /** Where the value of the loss lies in the pool of totals or of narrow arrays. */
    double result(SweepMemory memory) {
        Place place = values[program.result];
        return memory.pools[place.pool[0]][place.at[0]];
    }

    private int[] adjointDegrees() {
        int[] degrees = new int[program.nodes.size()];
        Arrays.fill(degrees, NONE);
        degrees[program.result] = 0;
        for (int i = program.result; i >= 0; i--) {
            if (program.degree[i] == 0) {
                degrees[i] = NONE;
                continue;
            }
            Node node = program.nodes.get(i);
            if (node instanceof Function function) {
                degrees[function.argument()] = ArrayProgram.ANY_DEGREE;
            } else if (node instanceof Sums sums) {
                for (Term term : sums.terms()) {
                    raise(degrees, term.left(), degrees[i] + (term.right() == NONE ? 0 : program.degree[term.right()]));
                    if (term.right() != NONE) {
                        raise(degrees, term.right(), degrees[i] + program.degree[term.left()]);
                    }
                }
            }
        }
        return degrees;
    }

    /** What functions are applied to, factors of products with another one that depends on the variables, and what makes such. */
    private boolean[] usedAlong() {
        boolean[] used = new boolean[program.nodes.size()];
        for (int i = program.result; i >= 0; i--) {
            Node node = program.nodes.get(i);
            if (node instanceof Function function) {
                used[function.argument()] = true;
            } else if (node instanceof Sums sums) {
                for (Term term : sums.terms()) {
                    used[term.left()] |= used[i] || (term.right() != NONE && isActive(term.right()));
                    if (term.right() != NONE) {
                        used[term.right()] |= used[i] || isActive(term.left());
                    }
                }
            }
        }
        return used;
    }

    private static void raise(int[] degrees, int node, int degree) {
        degrees[node] = Math.min(ArrayProgram.ANY_DEGREE, Math.max(degrees[node], degree));
    }

    /** Whether adjoints of what depends on sums over chunks need no values of such. */
    private boolean isFused() {
        for (int i = 0; i < program.nodes.size(); i++) {
            if (!program.isAfterSums(i) || !isActive(i)) {
                continue;
            }
            if (!(program.nodes.get(i) instanceof Sums sums)) {
                return false;
            }
            for (Term term : sums.terms()) {
                if (term.right() != NONE
                        && (needsSums(term.left(), term.right()) || needsSums(term.right(), term.left()))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean needsSums(int active, int other) {
        return isActive(active) && program.isAfterSums(other);
    }

    /** Whether a node depends on the variables. */
    private boolean isActive(int node) {
        return program.degree[node] > 0;
    }

    private void writeSweep() {
        for (int i = 0; i < program.nodes.size(); i++) {
            placeNode(i);
        }
        for (int i = 0; i < program.nodes.size(); i++) {
            forward(i);
        }
        if (letters == 0 && isActive(program.result)) {
            middleBack.add(new SweepStep.Begin(adjoints[program.result]));
            touched[program.result] = true;
        }
        for (int i = program.result; i >= 0; i--) {
            if (program.isAfterSums(i)) {
                back(i);
            }
        }
        for (int i = program.result; i >= 0; i--) {
            if (program.isWide(i)) {
                back(i);
            }
        }
        for (int i = program.result; i >= 0; i--) {
            if (!program.isWide(i) && !program.isAfterSums(i)) {
                back(i);
            }
        }
    }

    private void writeHigher() {
        for (int i = 0; i < program.nodes.size(); i++) {
            if (program.nodes.get(i) instanceof Function function && isActive(i)) {
                for (int k = 3; k <= ORDERS; k++) {
                    derivatives[k][i] = place(function.axes(), 1);
                    allocate(derivatives[k][i], 0, program.isWide(i) ? SweepMemory.WIDE : SweepMemory.NARROW);
                }
                Place argument = atPoint.values[function.argument()];
                Place value = atPoint.values[i];
                Place first = atPoint.derivatives[1][i];
                Place[] results = {null, null, null, derivatives[3][i], derivatives[4][i]};
                for (int variant = 0; variant < (program.isWide(i) ? lengths.length : 1); variant++) {
                    int count = program.size(function.axes(), lengths[variant]);
                    target(function.axes(), begin, forward, variant)
                            .add(
                                    function.function().isTanh()
                                            ? new SweepStep.DifferentiateTanh(
                                                    count, value, first, derivatives[3][i], derivatives[4][i])
                                            : new SweepStep.Apply(function.function(), count, argument, results));
                }
            }
        }
    }

    private void placeNode(int i) {
        Node node = program.nodes.get(i);
        values[i] = place(node.axes(), coefficients);
        adjoints[i] = place(node.axes(), coefficients);
        if (node instanceof Constants) {
            Place constants = data.place(i);
            values[i].put(0, constants.pool[0], constants.at[0]);
            return;
        }
        if (node instanceof Variables variables && !program.isWide(i)) {
            leaveInInput(values[i], entries(variables, false)[0]);
        }
        int ofValue = roomOfValue(i);
        int ofPoint = letters == 0 ? 0 : 1;
        if (ofPoint == 1) {
            values[i].put(0, atPoint.values[i].pool[0], atPoint.values[i].at[0]);
        }
        for (int s = ofPoint; s < coefficients; s++) {
            boolean isNeeded = letters == 0 || isUsedAlong[i];
            if (isNeeded && values[i].pool[s] == Place.NOWHERE && Integer.bitCount(s) <= program.degree[i]) {
                allocate(values[i], s, ofValue);
            }
        }
        if (isActive(i)) {
            placeAdjoint(i, ofPoint);
            if (node instanceof Function) {
                placeDerivatives(i);
            }
        }
    }

    /** Variables that follow each other need not be copied, nor their directions. */
    private void leaveInInput(Place place, int[] entries) {
        for (int k = 0; k < entries.length; k++) {
            if (entries[k] == NONE || entries[k] != entries[0] + k) {
                return;
            }
        }
        if (letters == 0) {
            place.put(0, SweepMemory.INPUT, entries[0]);
        }
        for (int letter = 0; letter < letters; letter++) {
            if (!hasLanes(1 << letter)) {
                place.put(1 << letter, SweepMemory.INPUT, (letter + 1) * program.n + entries[0]);
            }
        }
    }

    private void placeAdjoint(int i, int ofPoint) {
        if (ofPoint == 1) {
            adjoints[i].put(0, atPoint.adjoints[i].pool[0], atPoint.adjoints[i].at[0]);
        }
        boolean isVariable = program.nodes.get(i) instanceof Variables;
        for (int s = ofPoint; s < coefficients; s++) {
            boolean isNeeded = !isVariable || s == coefficients - 1;
            if (isNeeded && Integer.bitCount(s) <= adjointDegree[i]) {
                allocate(adjoints[i], s, roomOfAdjoint(i));
            }
        }
    }

    /** The coefficients of the derivatives of a function: of the k-th one as many letters fewer as sweeps need. */
    private void placeDerivatives(int i) {
        long axes = program.nodes.get(i).axes();
        for (int k = 1; k <= letters + 1; k++) {
            Place place = place(axes, coefficients);
            derivatives[k][i] = place;
            if (letters > 0) {
                Place before = (k <= 2 ? atPoint : higher).derivatives[k][i];
                place.put(0, before.pool[0], before.at[0]);
            } else {
                allocate(place, 0, roomOfWide(i));
            }
            for (int s = 1; s < coefficients; s++) {
                if (Integer.bitCount(s) <= letters - k + 1) {
                    allocate(place, s, roomOfWide(i));
                }
            }
        }
        if (letters == 0 && keeps) {
            derivatives[2][i] = place(axes, 1);
            allocate(derivatives[2][i], 0, roomOfWide(i));
        }
    }

    private int roomOfValue(int i) {
        if (program.isAfterSums(i)
                && program.nodes.get(i) instanceof Sums sums
                && sums.terms().stream().anyMatch(term -> program.isWide(program.axes(term)))) {
            return SweepMemory.TOTAL;
        }
        return roomOfWide(i, !program.isWide(i) || program.isFactor(i));
    }

    private int roomOfWide(int i) {
        return roomOfWide(i, true);
    }

    /**
     * The room of an array.
     *
     * @param isKept whether sweeps along directions need it of this one, the sweep at the point
     */
    private int roomOfWide(int i, boolean isKept) {
        if (!program.isWide(i)) {
            return SweepMemory.NARROW;
        }
        return (keeps && isKept) || !isFused ? SweepMemory.WIDE : SweepMemory.CHUNK;
    }

    private int roomOfAdjoint(int i) {
        if (program.isWide(i)) {
            return program.nodes.get(i) instanceof Variables
                    ? SweepMemory.WIDE
                    : roomOfWide(i, program.hasBentAdjoint(i));
        }
        boolean isTotal = !program.isAfterSums(i) && (letters == 0 || !isScalar);
        return isTotal ? SweepMemory.TOTAL : SweepMemory.NARROW;
    }

    private Place place(long axes, int coefficients) {
        return new Place(axes, coefficients, places++);
    }

    int places() {
        return places;
    }

    private void allocate(Place place, int s, int room) {
        int size = Math.multiplyExact(program.size(place.axes, program.chunk), hasLanes(s) ? lanes : 1);
        place.put(s, firstPool + room, sizes[room]);
        sizes[room] = Math.addExact(sizes[room], size);
    }

    private boolean hasLanes(int s) {
        return (s & lanesBit()) != 0;
    }

    /** The letter with lanes; 0 if none has. */
    private int lanesBit() {
        return lanes == 0 ? 0 : coefficients >> 1;
    }

    private void forward(int i) {
        Node node = program.nodes.get(i);
        if (node instanceof Variables variables) {
            input(i, variables);
        } else if (node instanceof Function function) {
            if (letters == 0) {
                apply(i, function);
            } else if (isActive(i)) {
                chain(i, function);
            }
        } else if (node instanceof Sums sums && (letters == 0 || isActive(i))) {
            sums(i, sums);
        }
    }

    private List<SweepStep> narrow(int i) {
        return program.isAfterSums(i) ? middle : begin;
    }

    private List<SweepStep> target(long axes, List<SweepStep> narrow, List<List<SweepStep>> wide, int variant) {
        return program.isWide(axes) ? wide.get(variant) : narrow;
    }

    private int[][] entries(Variables variables, boolean isWide) {
        int[][] entries = new int[isWide ? program.chunks : 1][];
        for (int chunk = 0; chunk < entries.length; chunk++) {
            entries[chunk] = Arrays.stream(
                            program.places(variables.axes(), variables.offset(), variables.strides(), chunk))
                    .map(place -> variables.entries().get(place))
                    .toArray();
        }
        return entries;
    }

    private void input(int i, Variables variables) {
        int[][] entries = entries(variables, program.isWide(i));
        for (int variant = 0; variant < (program.isWide(i) ? lengths.length : 1); variant++) {
            List<SweepStep> steps = target(variables.axes(), begin, forward, variant);
            if (letters == 0 && isOwn(values[i], 0)) {
                steps.add(new SweepStep.Gather(values[i], 0, 0, entries));
            }
            for (int letter = 0; letter < letters; letter++) {
                int s = 1 << letter;
                if (isOwn(values[i], s)) {
                    steps.add(
                            hasLanes(s)
                                    ? new SweepStep.Seed(values[i], s, lanes, entries)
                                    : new SweepStep.Gather(values[i], s, (letter + 1) * program.n, entries));
                }
            }
        }
    }

    /** Whether a coefficient exists and lies in the memory of this sweep, not in its input. */
    private boolean isOwn(Place place, int s) {
        return place.pool[s] >= firstPool;
    }

    private void apply(int i, Function function) {
        for (int variant = 0; variant < (program.isWide(i) ? lengths.length : 1); variant++) {
            int count = program.size(function.axes(), lengths[variant]);
            Place argument = values[function.argument()];
            Place first = derivatives[1][i];
            Place second = derivatives[2][i];
            target(function.axes(), narrow(i), forward, variant)
                    .add(
                            function.function().isTanh() && first != null
                                    ? new SweepStep.ApplyTanh(count, argument, values[i], first, second)
                                    : new SweepStep.Apply(
                                            function.function(), count, argument, new Place[] {values[i], first, second
                                            }));
        }
    }

    /** From the highest derivative on, {@code f^(k)} has the coefficients {@code f^(k+1) x} of the letters with the last one in x. */
    private void chain(int i, Function function) {
        Place argument = values[function.argument()];
        for (int k = letters; k >= 0; k--) {
            Place result = k == 0 ? values[i] : derivatives[k][i];
            multiply(narrow(i), forward, result, 1, derivatives[k + 1][i], argument, true, true);
        }
    }

    private void sums(int i, Sums sums) {
        if (isScalar && letters == 0) {
            begin.add(new ScalarStep.Sum(
                    values[i],
                    sums.terms().stream()
                            .map(term -> new ScalarStep.Product(term.factor(), values[term.left()], right(term)))
                            .toList()));
            return;
        }
        boolean isFresh = roomOfValue(i) != SweepMemory.TOTAL;
        for (Term term : sums.terms()) {
            if (letters > 0 && !isActive(term.left()) && (term.right() == NONE || !isActive(term.right()))) {
                continue;
            }
            multiply(narrow(i), forward, values[i], term.factor(), values[term.left()], right(term), isFresh, false);
            isFresh = false;
        }
    }

    private void back(int i) {
        if (!isActive(i)) {
            return;
        }
        Node node = program.nodes.get(i);
        List<BackTerm> terms = new ArrayList<>();
        if (node instanceof Variables variables) {
            output(i, variables);
        } else if (node instanceof Function function) {
            terms.add(new BackTerm(function.argument(), 1, derivatives[1][i]));
        } else if (node instanceof Sums sums) {
            sums.terms().forEach(term -> addBack(term, terms));
        }
        terms.removeIf(term -> !isActive(term.to()));
        if (isScalar && letters == 0) {
            end.add(new ScalarStep.Spread(
                    terms.stream().map(term -> adjoints[term.to()]).toList(),
                    terms.stream()
                            .map(term -> new ScalarStep.Product(term.factor(), adjoints[i], term.other()))
                            .toList()));
        } else {
            terms.forEach(term -> backTo(i, term.to(), term.factor(), term.other()));
        }
    }

    /**
     * What a node adds to the adjoint of another one.
     *
     * @param other what its own adjoint is multiplied by
     */
    private record BackTerm(int to, double factor, Place other) {}

    private void addBack(Term term, List<BackTerm> terms) {
        if (term.left() == term.right()) {
            terms.add(new BackTerm(term.left(), 2 * term.factor(), values[term.left()]));
            return;
        }
        terms.add(new BackTerm(term.left(), term.factor(), right(term)));
        if (term.right() != NONE) {
            terms.add(new BackTerm(term.right(), term.factor(), values[term.left()]));
        }
    }

    private Place right(Term term) {
        return term.right() == NONE ? data.one(coefficients) : values[term.right()];
    }

    private void backTo(int from, int to, double factor, Place other) {
        boolean isFresh = !touched[to] && roomOfAdjoint(to) != SweepMemory.TOTAL;
        touched[to] = true;
        multiply(
                program.isAfterSums(from) ? middleBack : end,
                back,
                adjoints[to],
                factor,
                adjoints[from],
                other,
                isFresh,
                false);
    }

    private void output(int i, Variables variables) {
        int all = coefficients - 1;
        if (adjoints[i].pool[all] == Place.NOWHERE) {
            return;
        }
        int[][] entries = entries(variables, program.isWide(i));
        for (int chunk = 0; chunk < entries.length; chunk++) {
            end.add(new SweepStep.Scatter(
                    adjoints[i], all, lanes, program.n, entries[chunk], chunk * sizes[SweepMemory.WIDE], isScalar));
        }
    }

    private void multiply(
            List<SweepStep> narrow,
            List<List<SweepStep>> wide,
            Place out,
            double factor,
            Place left,
            Place right,
            boolean isFresh,
            boolean isChain) {
        Pairs pairs = allPairs.computeIfAbsent(
                List.of(out.present(), left.present(), right.present(), isFresh ? 1 : 0, isChain ? 1 : 0),
                key -> pairs(key.get(0), key.get(1), key.get(2), isFresh, isChain));
        if (pairs.isNone()) {
            return;
        }
        long axes = out.axes | left.axes | right.axes;
        if (isScalar) {
            narrow.add(new ScalarStep.Multiply(out, factor, left, right, pairs, lanes, lanesBit()));
            return;
        }
        boolean isWide = program.isWide(axes);
        Place to = isWide && !program.isWide(out.axes) ? partial(out) : out;
        for (int variant = 0; variant < (isWide ? lengths.length : 1); variant++) {
            int length = lengths[variant];
            LoopNest[] loops = new LoopNest[lanes == 0 ? 1 : 3];
            for (int k = 0; k < loops.length; k++) {
                loops[k] = loops(axes, out.axes, left.axes, right.axes, length, k);
            }
            int size = program.size(out.axes, length);
            int[] outSizes = {size, size * lanes};
            add(
                    new SweepStep.Multiply(
                            to, factor, left, right, pairs, loops, outSizes, loops[0].isSum(), lanesBit()),
                    target(axes, narrow, wide, variant));
        }
    }

    private static void add(SweepStep.Multiply step, List<SweepStep> steps) {
        int last = steps.size() - 1;
        if (last >= 0 && steps.get(last) instanceof SweepStep.Multiply before && step.canFollow(before)) {
            steps.set(last, new SweepStep.MultiplyAfter(before, step));
        } else {
            steps.add(step);
        }
    }

    private Place partial(Place total) {
        Place partial = place(total.axes, coefficients);
        for (int s = 0; s < coefficients; s++) {
            if (total.pool[s] == firstPool + SweepMemory.TOTAL) {
                partial.put(s, firstPool + SweepMemory.PARTIAL, total.at[s]);
            }
        }
        return partial;
    }

    /**
     * Pairs of coefficients.
     *
     * @param isChain whether the last letter of a result is one of the right factor
     */
    private Pairs pairs(int out, int left, int right, boolean isFresh, boolean isChain) {
        List<int[]> found = new ArrayList<>();
        List<Integer> empty = new ArrayList<>();
        for (int s = letters == 0 ? 0 : 1; s < coefficients; s++) {
            if ((out >> s & 1) == 0) {
                continue;
            }
            boolean isFirst = isFresh;
            for (int t = 0; t <= s; t++) {
                boolean isPart = (t & ~s) == 0 && (left >> t & 1) != 0 && (right >> (s & ~t) & 1) != 0;
                if (isPart && !(isChain && (t & Integer.highestOneBit(s)) != 0)) {
                    found.add(new int[] {s, t, isFirst ? 1 : 0});
                    isFirst = false;
                }
            }
            if (isFirst) {
                empty.add(s);
            }
        }
        boolean[] fresh = new boolean[found.size()];
        for (int i = 0; i < fresh.length; i++) {
            fresh[i] = found.get(i)[2] == 1;
        }
        return new Pairs(
                found.stream().mapToInt(pair -> pair[0]).toArray(),
                found.stream().mapToInt(pair -> pair[1]).toArray(),
                fresh,
                empty.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Loops over axes; lanes of the left factor if k is 1, of the right one if 2. */
    private LoopNest loops(long axes, long out, long left, long right, int length, int k) {
        List<Loop> loops = new ArrayList<>();
        for (int axis : program.order) {
            if (ArrayProgram.has(axes, axis)) {
                loops.add(new Loop(
                        axis == program.chunked ? length : program.sizes[axis],
                        stride(out, axis, length, k == 0 ? 1 : lanes),
                        stride(left, axis, length, k == 1 ? lanes : 1),
                        stride(right, axis, length, k == 2 ? lanes : 1)));
            }
        }
        if (k > 0) {
            loops.add(new Loop(lanes, 1, k == 1 ? 1 : 0, k == 2 ? 1 : 0));
        }
        return LoopNest.of(loops);
    }

    private int stride(long axes, int axis, int length, int innermost) {
        if (!ArrayProgram.has(axes, axis)) {
            return 0;
        }
        int stride = innermost;
        for (int i = program.order.length - 1; program.order[i] != axis; i--) {
            int inner = program.order[i];
            if (ArrayProgram.has(axes, inner)) {
                stride *= inner == program.chunked ? length : program.sizes[inner];
            }
        }
        return stride;
    }
}
