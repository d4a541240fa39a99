/** The iterates of gradient descent alone, without a constrained trajectory or a prediction, and what is measured along them. */
package org.selfstab.descent;
