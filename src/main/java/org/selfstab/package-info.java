/** Verifies what the self-stabilization theory says about gradient descent at the edge of stability. */
package org.selfstab;
