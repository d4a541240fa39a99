From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition G (x y a1 a2 a3 b1 b2 b3 c3 : R) : R :=
  exp (a1 * x) * (y + a2 * x ^ 2) + cos (a3 * x + y) * x + (b1 + b2 * y) * x ^ 3 + b3 * y * x ^ 4 + c3 * y ^ 2 * x ^ 5.

Definition f1 (x y a1 a2 a3 b1 b2 b3 c3 : R) : R :=
  (G x y a1 a2 a3 b1 b2 b3 c3 + G (- x) y a1 a2 a3 b1 b2 b3 c3) / 2.

Definition f1_x (x y a1 a2 a3 b1 b2 b3 c3 : R) : R :=
  (exp (a1 * x) * a1 * (y + a2 * x ^ 2) + exp (a1 * x) * (a2 * (2 * x)) + ((- sin (a3 * x + y)) * a3 * x + cos (a3 * x + y)) + (b1 + b2 * y) * (3 * x ^ 2) + b3 * y * (4 * x ^ 3) + c3 * y ^ 2 * (5 * x ^ 4) + (exp (a1 * (- x)) * (a1 * (- 1)) * (y + a2 * (- x) ^ 2) + exp (a1 * (- x)) * (a2 * (2 * (- x) * (- 1))) + ((- sin (a3 * (- x) + y)) * (a3 * (- 1)) * (- x) + cos (a3 * (- x) + y) * (- 1)) + (b1 + b2 * y) * (3 * (- x) ^ 2 * (- 1)) + b3 * y * (4 * (- x) ^ 3 * (- 1)) + c3 * y ^ 2 * (5 * (- x) ^ 4 * (- 1)))) / 2.

Lemma f1_x_derivative : forall (x y a1 a2 a3 b1 b2 b3 c3 : R), is_derive (fun x => f1 x y a1 a2 a3 b1 b2 b3 c3) x (f1_x x y a1 a2 a3 b1 b2 b3 c3).
Proof.
  intros.
  change (is_derive (fun x => (exp (a1 * x) * (y + a2 * x ^ 2) + cos (a3 * x + y) * x + (b1 + b2 * y) * x ^ 3 + b3 * y * x ^ 4 + c3 * y ^ 2 * x ^ 5 + (exp (a1 * (- x)) * (y + a2 * (- x) ^ 2) + cos (a3 * (- x) + y) * (- x) + (b1 + b2 * y) * (- x) ^ 3 + b3 * y * (- x) ^ 4 + c3 * y ^ 2 * (- x) ^ 5)) / 2) x ((exp (a1 * x) * a1 * (y + a2 * x ^ 2) + exp (a1 * x) * (a2 * (2 * x)) + ((- sin (a3 * x + y)) * a3 * x + cos (a3 * x + y)) + (b1 + b2 * y) * (3 * x ^ 2) + b3 * y * (4 * x ^ 3) + c3 * y ^ 2 * (5 * x ^ 4) + (exp (a1 * (- x)) * (a1 * (- 1)) * (y + a2 * (- x) ^ 2) + exp (a1 * (- x)) * (a2 * (2 * (- x) * (- 1))) + ((- sin (a3 * (- x) + y)) * (a3 * (- 1)) * (- x) + cos (a3 * (- x) + y) * (- 1)) + (b1 + b2 * y) * (3 * (- x) ^ 2 * (- 1)) + b3 * y * (4 * (- x) ^ 3 * (- 1)) + c3 * y ^ 2 * (5 * (- x) ^ 4 * (- 1)))) / 2)).
  derivative.
Qed.

Definition f1_x_x (x y a1 a2 a3 b1 b2 b3 c3 : R) : R :=
  (exp (a1 * x) * a1 * a1 * (y + a2 * x ^ 2) + exp (a1 * x) * a1 * (a2 * (2 * x)) + (exp (a1 * x) * a1 * (a2 * (2 * x)) + exp (a1 * x) * (a2 * 2)) + ((- (cos (a3 * x + y) * a3)) * a3 * x + (- sin (a3 * x + y)) * a3 + (- sin (a3 * x + y)) * a3) + (b1 + b2 * y) * (3 * (2 * x)) + b3 * y * (4 * (3 * x ^ 2)) + c3 * y ^ 2 * (5 * (4 * x ^ 3)) + (exp (a1 * (- x)) * (a1 * (- 1)) * (a1 * (- 1)) * (y + a2 * (- x) ^ 2) + exp (a1 * (- x)) * (a1 * (- 1)) * (a2 * (2 * (- x) * (- 1))) + (exp (a1 * (- x)) * (a1 * (- 1)) * (a2 * (2 * (- x) * (- 1))) + exp (a1 * (- x)) * (a2 * 2)) + ((- (cos (a3 * (- x) + y) * (a3 * (- 1)))) * (a3 * (- 1)) * (- x) + (- sin (a3 * (- x) + y)) * (a3 * (- 1)) * (- 1) + (- sin (a3 * (- x) + y)) * (a3 * (- 1)) * (- 1)) + (b1 + b2 * y) * (3 * (2 * (- x) * (- 1)) * (- 1)) + b3 * y * (4 * (3 * (- x) ^ 2 * (- 1)) * (- 1)) + c3 * y ^ 2 * (5 * (4 * (- x) ^ 3 * (- 1)) * (- 1)))) / 2.

Lemma f1_x_x_derivative : forall (x y a1 a2 a3 b1 b2 b3 c3 : R), is_derive (fun x => f1_x x y a1 a2 a3 b1 b2 b3 c3) x (f1_x_x x y a1 a2 a3 b1 b2 b3 c3).
Proof.
  intros.
  change (is_derive (fun x => (exp (a1 * x) * a1 * (y + a2 * x ^ 2) + exp (a1 * x) * (a2 * (2 * x)) + ((- sin (a3 * x + y)) * a3 * x + cos (a3 * x + y)) + (b1 + b2 * y) * (3 * x ^ 2) + b3 * y * (4 * x ^ 3) + c3 * y ^ 2 * (5 * x ^ 4) + (exp (a1 * (- x)) * (a1 * (- 1)) * (y + a2 * (- x) ^ 2) + exp (a1 * (- x)) * (a2 * (2 * (- x) * (- 1))) + ((- sin (a3 * (- x) + y)) * (a3 * (- 1)) * (- x) + cos (a3 * (- x) + y) * (- 1)) + (b1 + b2 * y) * (3 * (- x) ^ 2 * (- 1)) + b3 * y * (4 * (- x) ^ 3 * (- 1)) + c3 * y ^ 2 * (5 * (- x) ^ 4 * (- 1)))) / 2) x ((exp (a1 * x) * a1 * a1 * (y + a2 * x ^ 2) + exp (a1 * x) * a1 * (a2 * (2 * x)) + (exp (a1 * x) * a1 * (a2 * (2 * x)) + exp (a1 * x) * (a2 * 2)) + ((- (cos (a3 * x + y) * a3)) * a3 * x + (- sin (a3 * x + y)) * a3 + (- sin (a3 * x + y)) * a3) + (b1 + b2 * y) * (3 * (2 * x)) + b3 * y * (4 * (3 * x ^ 2)) + c3 * y ^ 2 * (5 * (4 * x ^ 3)) + (exp (a1 * (- x)) * (a1 * (- 1)) * (a1 * (- 1)) * (y + a2 * (- x) ^ 2) + exp (a1 * (- x)) * (a1 * (- 1)) * (a2 * (2 * (- x) * (- 1))) + (exp (a1 * (- x)) * (a1 * (- 1)) * (a2 * (2 * (- x) * (- 1))) + exp (a1 * (- x)) * (a2 * 2)) + ((- (cos (a3 * (- x) + y) * (a3 * (- 1)))) * (a3 * (- 1)) * (- x) + (- sin (a3 * (- x) + y)) * (a3 * (- 1)) * (- 1) + (- sin (a3 * (- x) + y)) * (a3 * (- 1)) * (- 1)) + (b1 + b2 * y) * (3 * (2 * (- x) * (- 1)) * (- 1)) + b3 * y * (4 * (3 * (- x) ^ 2 * (- 1)) * (- 1)) + c3 * y ^ 2 * (5 * (4 * (- x) ^ 3 * (- 1)) * (- 1)))) / 2)).
  derivative.
Qed.

Definition f1_x_x_x (x y a1 a2 a3 b1 b2 b3 c3 : R) : R :=
  (exp (a1 * x) * a1 * a1 * a1 * (y + a2 * x ^ 2) + exp (a1 * x) * a1 * a1 * (a2 * (2 * x)) + (exp (a1 * x) * a1 * a1 * (a2 * (2 * x)) + exp (a1 * x) * a1 * (a2 * 2)) + (exp (a1 * x) * a1 * a1 * (a2 * (2 * x)) + exp (a1 * x) * a1 * (a2 * 2) + exp (a1 * x) * a1 * (a2 * 2)) + ((- ((- sin (a3 * x + y)) * a3 * a3)) * a3 * x + (- (cos (a3 * x + y) * a3)) * a3 + (- (cos (a3 * x + y) * a3)) * a3 + (- (cos (a3 * x + y) * a3)) * a3) + (b1 + b2 * y) * 6 + b3 * y * (4 * (3 * (2 * x))) + c3 * y ^ 2 * (5 * (4 * (3 * x ^ 2))) + (exp (a1 * (- x)) * (a1 * (- 1)) * (a1 * (- 1)) * (a1 * (- 1)) * (y + a2 * (- x) ^ 2) + exp (a1 * (- x)) * (a1 * (- 1)) * (a1 * (- 1)) * (a2 * (2 * (- x) * (- 1))) + (exp (a1 * (- x)) * (a1 * (- 1)) * (a1 * (- 1)) * (a2 * (2 * (- x) * (- 1))) + exp (a1 * (- x)) * (a1 * (- 1)) * (a2 * 2)) + (exp (a1 * (- x)) * (a1 * (- 1)) * (a1 * (- 1)) * (a2 * (2 * (- x) * (- 1))) + exp (a1 * (- x)) * (a1 * (- 1)) * (a2 * 2) + exp (a1 * (- x)) * (a1 * (- 1)) * (a2 * 2)) + ((- ((- sin (a3 * (- x) + y)) * (a3 * (- 1)) * (a3 * (- 1)))) * (a3 * (- 1)) * (- x) + (- (cos (a3 * (- x) + y) * (a3 * (- 1)))) * (a3 * (- 1)) * (- 1) + (- (cos (a3 * (- x) + y) * (a3 * (- 1)))) * (a3 * (- 1)) * (- 1) + (- (cos (a3 * (- x) + y) * (a3 * (- 1)))) * (a3 * (- 1)) * (- 1)) + (b1 + b2 * y) * (- 6) + b3 * y * (4 * (3 * (2 * (- x) * (- 1)) * (- 1)) * (- 1)) + c3 * y ^ 2 * (5 * (4 * (3 * (- x) ^ 2 * (- 1)) * (- 1)) * (- 1)))) / 2.

Lemma f1_x_x_x_derivative : forall (x y a1 a2 a3 b1 b2 b3 c3 : R), is_derive (fun x => f1_x_x x y a1 a2 a3 b1 b2 b3 c3) x (f1_x_x_x x y a1 a2 a3 b1 b2 b3 c3).
Proof.
  intros.
  change (is_derive (fun x => (exp (a1 * x) * a1 * a1 * (y + a2 * x ^ 2) + exp (a1 * x) * a1 * (a2 * (2 * x)) + (exp (a1 * x) * a1 * (a2 * (2 * x)) + exp (a1 * x) * (a2 * 2)) + ((- (cos (a3 * x + y) * a3)) * a3 * x + (- sin (a3 * x + y)) * a3 + (- sin (a3 * x + y)) * a3) + (b1 + b2 * y) * (3 * (2 * x)) + b3 * y * (4 * (3 * x ^ 2)) + c3 * y ^ 2 * (5 * (4 * x ^ 3)) + (exp (a1 * (- x)) * (a1 * (- 1)) * (a1 * (- 1)) * (y + a2 * (- x) ^ 2) + exp (a1 * (- x)) * (a1 * (- 1)) * (a2 * (2 * (- x) * (- 1))) + (exp (a1 * (- x)) * (a1 * (- 1)) * (a2 * (2 * (- x) * (- 1))) + exp (a1 * (- x)) * (a2 * 2)) + ((- (cos (a3 * (- x) + y) * (a3 * (- 1)))) * (a3 * (- 1)) * (- x) + (- sin (a3 * (- x) + y)) * (a3 * (- 1)) * (- 1) + (- sin (a3 * (- x) + y)) * (a3 * (- 1)) * (- 1)) + (b1 + b2 * y) * (3 * (2 * (- x) * (- 1)) * (- 1)) + b3 * y * (4 * (3 * (- x) ^ 2 * (- 1)) * (- 1)) + c3 * y ^ 2 * (5 * (4 * (- x) ^ 3 * (- 1)) * (- 1)))) / 2) x ((exp (a1 * x) * a1 * a1 * a1 * (y + a2 * x ^ 2) + exp (a1 * x) * a1 * a1 * (a2 * (2 * x)) + (exp (a1 * x) * a1 * a1 * (a2 * (2 * x)) + exp (a1 * x) * a1 * (a2 * 2)) + (exp (a1 * x) * a1 * a1 * (a2 * (2 * x)) + exp (a1 * x) * a1 * (a2 * 2) + exp (a1 * x) * a1 * (a2 * 2)) + ((- ((- sin (a3 * x + y)) * a3 * a3)) * a3 * x + (- (cos (a3 * x + y) * a3)) * a3 + (- (cos (a3 * x + y) * a3)) * a3 + (- (cos (a3 * x + y) * a3)) * a3) + (b1 + b2 * y) * 6 + b3 * y * (4 * (3 * (2 * x))) + c3 * y ^ 2 * (5 * (4 * (3 * x ^ 2))) + (exp (a1 * (- x)) * (a1 * (- 1)) * (a1 * (- 1)) * (a1 * (- 1)) * (y + a2 * (- x) ^ 2) + exp (a1 * (- x)) * (a1 * (- 1)) * (a1 * (- 1)) * (a2 * (2 * (- x) * (- 1))) + (exp (a1 * (- x)) * (a1 * (- 1)) * (a1 * (- 1)) * (a2 * (2 * (- x) * (- 1))) + exp (a1 * (- x)) * (a1 * (- 1)) * (a2 * 2)) + (exp (a1 * (- x)) * (a1 * (- 1)) * (a1 * (- 1)) * (a2 * (2 * (- x) * (- 1))) + exp (a1 * (- x)) * (a1 * (- 1)) * (a2 * 2) + exp (a1 * (- x)) * (a1 * (- 1)) * (a2 * 2)) + ((- ((- sin (a3 * (- x) + y)) * (a3 * (- 1)) * (a3 * (- 1)))) * (a3 * (- 1)) * (- x) + (- (cos (a3 * (- x) + y) * (a3 * (- 1)))) * (a3 * (- 1)) * (- 1) + (- (cos (a3 * (- x) + y) * (a3 * (- 1)))) * (a3 * (- 1)) * (- 1) + (- (cos (a3 * (- x) + y) * (a3 * (- 1)))) * (a3 * (- 1)) * (- 1)) + (b1 + b2 * y) * (- 6) + b3 * y * (4 * (3 * (2 * (- x) * (- 1)) * (- 1)) * (- 1)) + c3 * y ^ 2 * (5 * (4 * (3 * (- x) ^ 2 * (- 1)) * (- 1)) * (- 1)))) / 2)).
  derivative.
Qed.

Lemma equation : forall (y a1 a2 a3 b1 b2 b3 c3 : R), f1_x_x_x 0 y a1 a2 a3 b1 b2 b3 c3 = 0.
Proof.
  intros.
  change ((exp (a1 * 0) * a1 * a1 * a1 * (y + a2 * 0 ^ 2) + exp (a1 * 0) * a1 * a1 * (a2 * (2 * 0)) + (exp (a1 * 0) * a1 * a1 * (a2 * (2 * 0)) + exp (a1 * 0) * a1 * (a2 * 2)) + (exp (a1 * 0) * a1 * a1 * (a2 * (2 * 0)) + exp (a1 * 0) * a1 * (a2 * 2) + exp (a1 * 0) * a1 * (a2 * 2)) + ((- ((- sin (a3 * 0 + y)) * a3 * a3)) * a3 * 0 + (- (cos (a3 * 0 + y) * a3)) * a3 + (- (cos (a3 * 0 + y) * a3)) * a3 + (- (cos (a3 * 0 + y) * a3)) * a3) + (b1 + b2 * y) * 6 + b3 * y * (4 * (3 * (2 * 0))) + c3 * y ^ 2 * (5 * (4 * (3 * 0 ^ 2))) + (exp (a1 * (- 0)) * (a1 * (- 1)) * (a1 * (- 1)) * (a1 * (- 1)) * (y + a2 * (- 0) ^ 2) + exp (a1 * (- 0)) * (a1 * (- 1)) * (a1 * (- 1)) * (a2 * (2 * (- 0) * (- 1))) + (exp (a1 * (- 0)) * (a1 * (- 1)) * (a1 * (- 1)) * (a2 * (2 * (- 0) * (- 1))) + exp (a1 * (- 0)) * (a1 * (- 1)) * (a2 * 2)) + (exp (a1 * (- 0)) * (a1 * (- 1)) * (a1 * (- 1)) * (a2 * (2 * (- 0) * (- 1))) + exp (a1 * (- 0)) * (a1 * (- 1)) * (a2 * 2) + exp (a1 * (- 0)) * (a1 * (- 1)) * (a2 * 2)) + ((- ((- sin (a3 * (- 0) + y)) * (a3 * (- 1)) * (a3 * (- 1)))) * (a3 * (- 1)) * (- 0) + (- (cos (a3 * (- 0) + y) * (a3 * (- 1)))) * (a3 * (- 1)) * (- 1) + (- (cos (a3 * (- 0) + y) * (a3 * (- 1)))) * (a3 * (- 1)) * (- 1) + (- (cos (a3 * (- 0) + y) * (a3 * (- 1)))) * (a3 * (- 1)) * (- 1)) + (b1 + b2 * y) * (- 6) + b3 * y * (4 * (3 * (2 * (- 0) * (- 1)) * (- 1)) * (- 1)) + c3 * y ^ 2 * (5 * (4 * (3 * (- 0) ^ 2 * (- 1)) * (- 1)) * (- 1)))) / 2 = 0).
  assert (A1 : exp (a1 * 0) = 1) by (replace (a1 * 0) with (0) by (field; conditions); apply exp_0).
  rewrite A1 in *.
  assert (A3 : exp (a1 * (- 0)) = 1) by (replace (a1 * (- 0)) with (0) by (field; conditions); apply exp_0).
  rewrite A3 in *.
  assert (A5 : sin (a3 * (- 0) + y) = sin (a3 * 0 + y)) by (f_equal; field; conditions).
  rewrite A5 in *.
  assert (A7 : cos (a3 * (- 0) + y) = cos (a3 * 0 + y)) by (f_equal; field; conditions).
  rewrite A7 in *.
  assert (Q0 : sin (a3 * 0 + y) ^ 2 = 1 - cos (a3 * 0 + y) ^ 2) by (rewrite <- !Rsqr_pow2; apply sin2).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (x y a1 a2 a3 b1 b2 b3 c3 : R), is_derive (fun x => f1 x y a1 a2 a3 b1 b2 b3 c3) x (f1_x x y a1 a2 a3 b1 b2 b3 c3))
  /\ (forall (x y a1 a2 a3 b1 b2 b3 c3 : R), is_derive (fun x => f1_x x y a1 a2 a3 b1 b2 b3 c3) x (f1_x_x x y a1 a2 a3 b1 b2 b3 c3))
  /\ (forall (x y a1 a2 a3 b1 b2 b3 c3 : R), is_derive (fun x => f1_x_x x y a1 a2 a3 b1 b2 b3 c3) x (f1_x_x_x x y a1 a2 a3 b1 b2 b3 c3))
  /\ (forall (y a1 a2 a3 b1 b2 b3 c3 : R), f1_x_x_x 0 y a1 a2 a3 b1 b2 b3 c3 = 0).

Theorem proved : claims.
Proof. exact (conj f1_x_derivative (conj f1_x_x_derivative (conj f1_x_x_x_derivative equation))). Qed.

End Equation1.

Theorem symmetric_losses : Equation1.claims.
Proof. exact Equation1.proved. Qed.

Print Assumptions symmetric_losses.
