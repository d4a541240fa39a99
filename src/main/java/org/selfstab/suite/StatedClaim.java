package org.selfstab.suite;

import java.util.Optional;
import org.selfstab.vocabulary.Mutation;
import org.selfstab.vocabulary.Verdict;

/** One claim of a problem file or a statement file. */
public interface StatedClaim {

    /** A short name, for instance {@code coupling.order}. */
    String name();

    /** What is claimed, in words. */
    String words();

    /** The closed form that a value is asserted to equal; empty if a plain number or something else is asserted. */
    Optional<String> formula();

    /** Decides the claim; repeated calls repeat no computation. May be called by any thread. */
    Judgement judge();

    /** What its judgement rests on. */
    Verdict.Evidence evidence();

    /** Tries wrong variants of the claim, which must have passed; of an expectation without computing anything again. */
    Mutation mutate();
}
