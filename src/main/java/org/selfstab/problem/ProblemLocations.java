package org.selfstab.problem;

import java.util.Map;
import java.util.Optional;
import org.selfstab.expression.Expression;
import org.selfstab.problem.toml.Located;
import org.selfstab.vocabulary.Location;

/**
 * Where the parts of a problem were read, to report what is wrong with their values.
 *
 * @param parameters the definition of each parameter
 * @param loss the loss
 * @param optimizer the optimizer
 * @param noise the noise, if there is some
 * @param start the start of each variable
 * @param horizon the horizon, if there is one
 * @param kick the kick, if there is one
 * @param family the family with the places of its values, if there is one
 */
record ProblemLocations(
        Map<String, Located<Expression>> parameters,
        Location loss,
        Location optimizer,
        Optional<Location> noise,
        Map<String, Located<Expression>> start,
        Optional<Location> horizon,
        Optional<Location> kick,
        Optional<FamilyReader.LocatedFamily> family) {}
