/** Claims proved on boxes of parameters and variables, and two-cycles of gradient descent. */
package org.selfstab.certify.region;
