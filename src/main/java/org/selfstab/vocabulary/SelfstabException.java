package org.selfstab.vocabulary;

import java.util.Optional;

/**
 * What cannot be done as asked for. The message is one line, {@code file:line:column: problem; remedy}, as far as the place and the way out are known; its
 * text is in the visible form. All exceptions of this program that others may see are of this type.
 */
public class SelfstabException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<Location> where;
    private final String problem;
    private final String remedy;

    /**
     * Reports a problem.
     *
     * @param where the place that has it, if that is known
     * @param problem what is wrong
     * @param remedy the way out; blank if there is none to tell
     */
    public SelfstabException(Optional<Location> where, String problem, String remedy) {
        super(FreeText.visible(where.map(place -> place + ": ").orElse("") + sentence(problem, remedy)));
        this.where = where;
        this.problem = problem;
        this.remedy = remedy;
    }

    /** Reports a problem without a place. */
    public SelfstabException(String problem, String remedy) {
        this(Optional.empty(), problem, remedy);
    }

    /** Reports what happened inside a computation, whose caller knows place and remedy if there are any. */
    protected SelfstabException(String problem) {
        this(problem, "");
    }

    private static String sentence(String problem, String remedy) {
        return remedy.isBlank() ? problem : problem + "; " + remedy;
    }

    /** The same, placed by whoever knows the place. */
    public SelfstabException at(Location place) {
        return causing(new SelfstabException(Optional.of(place), problem, remedy));
    }

    /** The same without its place, of something: {@code the family's member with epsilon = 1/100: } goes before the problem. */
    public SelfstabException within(String context) {
        return causing(new SelfstabException(context + problem, remedy));
    }

    private SelfstabException causing(SelfstabException next) {
        next.initCause(this);
        return next;
    }

    /** Whether it is about the problem of a file, which is its place where no other is known. */
    public boolean isAboutTheProblem() {
        return false;
    }

    /** The place, if it is known. */
    public final Optional<Location> where() {
        return where;
    }

    /** What is wrong. */
    public final String problem() {
        return problem;
    }

    /** The way out; blank if none is known. */
    public final String remedy() {
        return remedy;
    }
}
