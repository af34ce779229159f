"""The reference for instances with conflicts: scipy's milp (HiGHS), one term of the value after the other, because together they exceed a double."""
import json
import sys
import time

import numpy
from scipy.optimize import LinearConstraint, Bounds, milp
from scipy.sparse import csr_matrix

with open(sys.argv[1]) as file:
    instance = json.load(file)

count = instance["items"]
rows, columns, data, upper = [], [], [], []
for rule in instance["rules"]:
    for item, amount in zip(rule["items"], rule.get("amounts") or [1] * len(rule["items"])):
        rows.append(len(upper))
        columns.append(item)
        data.append(amount)
    upper.append(rule["maximum"])

lower = [-numpy.inf] * len(upper)
started = time.process_time()
values = []
for term in instance["terms"]:
    coefficients = numpy.array(term, dtype=float)
    matrix = csr_matrix((data, (rows, columns)), shape=(len(upper), count))
    result = milp(-coefficients, constraints=LinearConstraint(matrix, lower, upper), integrality=numpy.ones(count),
                  bounds=Bounds(0, 1), options={"mip_rel_gap": 0.0, "time_limit": 300.0})
    if result.status != 0:
        print("unproven")
        sys.exit(0)
    value = round(-result.fun)
    values.append(value)
    # What was reached stays: the next term is decided among equals.
    for item in numpy.nonzero(coefficients)[0]:
        rows.append(len(upper))
        columns.append(int(item))
        data.append(coefficients[item])
    lower.append(value - 0.5)
    upper.append(numpy.inf)
print(" ".join(map(str, values)), f"{time.process_time() - started:.3f}")
