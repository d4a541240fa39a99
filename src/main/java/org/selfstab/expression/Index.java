package org.selfstab.expression;

import java.util.List;

/** The index of a {@link SumOver}, which takes the integers of a range; as a number it is its value. */
public final class Index extends Expression {

    private final String name;
    private final int from;
    private final int to;

    Index(String name, int from, int to) {
        super(31 * (31 * name.hashCode() + from) + to);
        this.name = name;
        this.from = from;
        this.to = to;
    }

    /**
     * The index of an axis of an array or a table; its name is none that a text can have.
     *
     * @param number 0 for the first axis
     */
    public static Index ofAxis(int number, int from, int to) {
        return Expression.index("." + number, from, to);
    }

    /** What tells it from the other indices of one expression. */
    public String name() {
        return name;
    }

    /** Its first value. */
    public int from() {
        return from;
    }

    /** Its last value, not below the first. */
    public int to() {
        return to;
    }

    /** How many values it takes. */
    public int size() {
        return to - from + 1;
    }

    @Override
    public List<Expression> children() {
        return List.of();
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visitIndex(this);
    }

    @Override
    boolean sameStructure(Expression other) {
        Index that = (Index) other;
        return name.equals(that.name) && from == that.from && to == that.to;
    }

    @Override
    int rank() {
        return 8;
    }

    @Override
    int compareWithinRank(Expression other) {
        Index that = (Index) other;
        int byName = name.compareTo(that.name);
        int byFrom = byName != 0 ? byName : Integer.compare(from, that.from);
        return byFrom != 0 ? byFrom : Integer.compare(to, that.to);
    }
}
