/**
 * What an optimizer does by itself, without a constrained trajectory or a prediction: what is measured along its iterates, where they end and how that changes with a parameter, and which step
 * sizes bring them to the edge.
 */
package org.selfstab.descent;
